import type { Instant } from '@panshi/kernel';
import type { KeyClass } from '../keys/key-store.ts';
import type { MediaType } from './media-type.ts';

/** 5 MiB. */
export const maxPictureBytes = 5 * 1024 * 1024;

/** What an event records of a picture. */
export interface StoredPicture {
  readonly pictureId: string;
  /** Of the sealed file as it lies in the store, hex: who has the file can check it without its key. */
  readonly sha256: string;
  /** Bytes of the picture itself. */
  readonly size: number;
  readonly mediaType: MediaType;
}

/** What a reader gets of a picture. */
export type OpenedPicture =
  | { readonly status: 'open'; readonly bytes: Uint8Array; readonly mediaType: MediaType }
  | { readonly status: 'erased' }
  | { readonly status: 'withheld' };

/** Whose picture it is (the person it shows, or who reported), and who uploaded it. Ids, kept in clear. */
export interface PictureOwner {
  readonly subject: string;
  readonly uploader: string;
}

/** Who may see a picture is decided by whose it is. */
export interface PictureOf {
  readonly pictureId: string;
  readonly subject: string;
}

/** What a record says of a picture that it names. */
export interface PictureNaming {
  readonly pictureId: string;
  /** As the upload answered it. */
  readonly sha256: string;
  /** Who names it. */
  readonly uploader: string;
  /** The id of the record. */
  readonly record: string;
}

/**
 * `named`: it belongs to this record now, or did already. `unknown`: there is none of this id, with this hash, that this
 * person uploaded. Otherwise the record that has it.
 */
export type Named = 'named' | 'unknown' | { readonly elsewhere: string };

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
  put(owner: PictureOwner, bytes: Uint8Array, keyClass?: KeyClass): Promise<StoredPicture>;
  /** Counts an upload of an account on a day, for all who share the store; which one of that day it is. */
  countUpload(account: string, day: string): Promise<number>;
  /** Gives a picture to the record that names it, for good; `instead` takes it from a record that never came about. */
  name(naming: PictureNaming, instead?: string): Promise<Named>;
  /**
   * Opens a picture for a reader; undefined when there is none.
   * @throws {SealBroken} when the file was altered or its key is not in this keys database
   */
  get(pictureId: string, mayRead: (picture: PictureOf) => boolean): Promise<OpenedPicture | undefined>;
  /** Deletes for good the pictures stored in the span that nothing refers to; returns how many. */
  sweep(stored: PictureSweep, referenced: Referenced): Promise<number>;
}
