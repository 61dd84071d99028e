import type { Instant } from '@panshi/kernel';

/** Whose key: a resident's, erasable on request (PIPL 47), or a person's acting in office, kept as archive law asks. */
export type KeyClass = 'resident' | 'duty';

export interface KeyRequest {
  /** Opaque id of the data subject; no personal data itself. */
  readonly subject: string;
  readonly keyClass: KeyClass;
}

export interface SubjectKey {
  /** From 1; counts the keys of one subject, whatever their class. */
  readonly version: number;
  /** 32 bytes. Not to be kept: an erasure must be able to destroy it. */
  readonly key: Uint8Array;
}

/** Why, by whom and when; codes and ids only, never free text about a person. */
export interface Erasure {
  readonly ground: string;
  readonly approver: string;
  readonly at: Instant;
}

/** Defers an erasure until its end (audit, discipline). */
export interface Hold {
  readonly ground: string;
  readonly approver: string;
  readonly until: Instant;
}

/**
 * One symmetric key for each data subject and class: who destroys the key erases all that was sealed with it.
 * The contract suite says the rest, for every adapter.
 */
export interface KeyStore {
  /**
   * The subject's key, created at first use and durable before it is returned.
   * @throws {Rejection} `privacy.subject-erased`: an erased resident gets no new key under the same id
   * @throws {KeysUnavailable}
   */
  keyFor(subject: string, keyClass: KeyClass): Promise<SubjectKey>;
  /**
   * The same for many, in the order asked: all or an error, and none created where one is erased. A store without
   * transactions that fails in the middle may have created some: they are taken at their subjects' next use.
   */
  keysFor(requests: readonly KeyRequest[]): Promise<readonly SubjectKey[]>;
  /** The key that opens; undefined when there never was one. */
  key(subject: string, version: number): Promise<Uint8Array | 'erased' | undefined>;
  /**
   * Destroys the subject's resident keys and remembers it; duty keys stay. Again: changes nothing, returns the first.
   * @throws {Rejection} `privacy.erasure-held` while a hold lasts, `privacy.subject-unknown`
   */
  erase(subject: string, erasure: Erasure): Promise<Erasure>;
  /** Places a hold, or moves the end of the one with the same ground (to end it early, too). */
  hold(subject: string, hold: Hold): Promise<void>;
}
