import { isSealedRef, type PersonalText, type SealedRef } from '@panshi/contracts';
import { SealBroken } from '../errors.ts';
import type { KeyStore } from '../keys/key-store.ts';
import { associatedData } from './associated-data.ts';
import { isSuite, suites } from './suites.ts';

/** What a reader gets of a sealed value: `erased` with its subject, for everybody; `withheld` from this reader. */
export type Opened = PersonalText;

/** A document with each sealed value replaced by what its reader gets. */
export type OpenedDocument<T> = T extends SealedRef
  ? Opened
  : T extends readonly (infer Item)[]
    ? OpenedDocument<Item>[]
    : T extends object
      ? { readonly [K in keyof T]: OpenedDocument<T[K]> }
      : T;

type Opening = Pick<KeyStore, 'key'>;

/**
 * Opens one sealed value.
 * @throws {SealBroken} when it was altered or moved, or its key was never in this store
 */
export const openPersonal = async (sealed: SealedRef, keys: Opening): Promise<Opened> => {
  const { suite, subject, keyVersion, at } = sealed;
  const where = `${at.field} of event ${at.event}`;
  if (!isSuite(suite)) throw new SealBroken(`${where} is sealed with ${suite}, which this build does not know`);
  const key = await keys.key(subject, keyVersion);
  if (key === 'erased') return { status: 'erased' };
  if (!key)
    throw new SealBroken(`the key of ${where} is not in this keys database: was it restored from an older copy?`);
  try {
    const [nonce, ciphertext] = [Buffer.from(sealed.nonce, 'base64'), Buffer.from(sealed.ciphertext, 'base64')];
    const clear = suites[suite].open(key, nonce, associatedData(suite, subject, keyVersion, at), ciphertext);
    return { status: 'open', value: clear.toString() };
  } catch (cause) {
    throw new SealBroken(`${where} does not open: it was altered, or moved from where it was recorded`, { cause });
  }
};

/** Opens sealed values for one reader, when asked and not before; what the reader may not see is never decrypted. */
export interface Opener {
  value(sealed: SealedRef): Promise<Opened>;
  /** Opens every sealed value in a view's document. */
  document<T>(document: T): Promise<OpenedDocument<T>>;
}

/** `mayRead` answers by today's permissions, also for a view as of the past. */
export const opener = (keys: Opening, mayRead: (sealed: SealedRef) => boolean): Opener => {
  const value = async (sealed: SealedRef): Promise<Opened> =>
    mayRead(sealed) ? await openPersonal(sealed, keys) : { status: 'withheld' };
  const inside = async (node: unknown): Promise<unknown> => {
    if (isSealedRef(node)) return value(node);
    if (Array.isArray(node)) return Promise.all(node.map(inside));
    if (typeof node !== 'object' || node === null || Object.getPrototypeOf(node) !== Object.prototype) return node;
    return Object.fromEntries(
      await Promise.all(Object.entries(node).map(async ([name, each]) => [name, await inside(each)])),
    );
  };
  return { value, document: async <T>(document: T) => (await inside(document)) as OpenedDocument<T> };
};
