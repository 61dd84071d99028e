/** Bytes a JSON body may have. */
export const jsonLimit = 256 * 1024;

/** Bytes a picture may have. */
export const pictureLimit = 5 * 1024 * 1024;
