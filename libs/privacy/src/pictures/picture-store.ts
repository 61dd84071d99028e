import type { Instant } from '@panshi/kernel';
import type { KeyClass } from '../keys/key-store.ts';
import type { MediaType } from './media-type.ts';

/** 5 MiB. */
export const maxPictureBytes = 5 * 1024 * 1024;

/** What an event records of a picture. */
export interface StoredPicture {
  readonly pictureId: string;
  /** Of the sealed file as it lies in the store, hex: who has the file can check it without its key. */
  readonly ciphertextSha256: string;
  /** Bytes of the picture itself. */
  readonly size: number;
  readonly mediaType: MediaType;
}

/** What a reader gets of a picture. */
export type OpenedPicture =
  | { readonly status: 'open'; readonly bytes: Uint8Array; readonly mediaType: MediaType }
  | { readonly status: 'erased' }
  | { readonly status: 'withheld' };

/** Who may see a picture is decided by whose it is. */
export interface PictureOf {
  readonly pictureId: string;
  readonly subject: string;
}

/** Pictures by when they were stored. */
export interface PictureSweep {
  /** Included; from the first one on where it is absent. */
  readonly since?: Instant | undefined;
  /** Excluded. */
  readonly before: Instant;
}

/** Which of some pictures something refers to; asked of a bounded number at a time. */
export type Referenced = (pictureIds: ReadonlySet<string>) => Promise<ReadonlySet<string>>;

/** Pictures, sealed with the key of the person they belong to: erasing the person closes them for good. */
export interface PictureStore {
  /**
   * Seals and stores a picture; durable when resolved, and never in clear on the way.
   * @throws {Rejection} `privacy.picture-too-large`, `privacy.picture-type-refused`, `privacy.subject-erased`
   */
  put(subject: string, bytes: Uint8Array, keyClass?: KeyClass): Promise<StoredPicture>;
  /**
   * Opens a picture for a reader; undefined when there is none.
   * @throws {SealBroken} when the file was altered or its key is not in this keys database
   */
  get(pictureId: string, mayRead: (picture: PictureOf) => boolean): Promise<OpenedPicture | undefined>;
  /** Deletes for good the pictures stored in the span that nothing refers to; returns how many. */
  sweep(stored: PictureSweep, referenced: Referenced): Promise<number>;
}
