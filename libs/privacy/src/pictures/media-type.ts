/** The pictures that are taken. */
export type MediaType = 'image/jpeg' | 'image/png' | 'image/webp';

const at = (bytes: Uint8Array, offset: number, signature: string): boolean =>
  Buffer.from(bytes.subarray(offset, offset + signature.length)).toString('latin1') === signature;

/** What the bytes themselves say they are; a name or header given by a browser counts for nothing. */
export const mediaTypeOf = (bytes: Uint8Array): MediaType | undefined => {
  if (at(bytes, 0, '\xff\xd8\xff')) return 'image/jpeg';
  if (at(bytes, 0, '\x89PNG\r\n\x1a\n')) return 'image/png';
  if (at(bytes, 0, 'RIFF') && at(bytes, 8, 'WEBP')) return 'image/webp';
  return undefined;
};
