import type { Sealed } from '@panshi/contracts';
import { ClearPersonalData } from '../errors.ts';
import type { KeyStore, SubjectKey } from '../keys/key-store.ts';
import { pooledRandom } from '../pooled-random.ts';
import { associatedData } from './associated-data.ts';
import { knownEventTypes, personalFields, type PersonalFields } from './event-types.ts';
import { type FoundField, foundFields } from './personal-fields.ts';
import { type SuiteName, suites } from './suites.ts';

export interface SealOptions {
  readonly suite?: SuiteName;
  readonly random?: (bytes: number) => Uint8Array;
  readonly types?: PersonalFields;
}

/** Where the event will be recorded. */
export interface SealPlace {
  readonly stream: string;
  readonly eventId: string;
}

/**
 * Seals the personal fields of a decided event, each with its subject's key, and returns data fit for the log; the
 * event is left as it was. An empty or absent text stays absent.
 * @throws {ClearPersonalData} for a personal field that is no text, or names no subject
 * @throws {Rejection} `privacy.subject-erased`
 */
export const sealPersonal = async (
  event: { readonly type: string; readonly data: unknown },
  { stream, eventId }: SealPlace,
  keys: Pick<KeyStore, 'keysFor'>,
  { suite = 'A256GCM', random = pooledRandom, types = knownEventTypes }: SealOptions = {},
): Promise<object> => {
  const fields = personalFields(event.type, types);
  if (fields.length === 0) return event.data as object;
  const data = copied(event.data as object);
  const found = [...foundFields(data, fields)].filter(present);
  if (found.length === 0) return data;
  const subjectKeys = await keys.keysFor(found);
  found.forEach(({ field, value, subject, replace }, i) => {
    const { version, key } = subjectKeys[i] as SubjectKey;
    const about = associatedData(suite, subject, version, { stream, event: eventId, field });
    const nonce = random(suites[suite].nonceBytes);
    const ciphertext = suites[suite].seal(key, nonce, about, Buffer.from(value as string));
    replace({
      suite,
      subject,
      keyVersion: version,
      nonce: Buffer.from(nonce).toString('base64'),
      ciphertext: ciphertext.toString('base64'),
    } satisfies Sealed);
  });
  return data;
};

/** Events hold plain data; structuredClone would take longer than the sealing. */
const copied = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copied) as T;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, copied(inner)])) as T;
};

const present = ({ field, value, replace }: FoundField): boolean => {
  if (typeof value !== 'string') throw new ClearPersonalData(`${field} must hold text to be sealed`);
  if (value !== '') return true;
  if (/\.\d+$/.test(field)) throw new ClearPersonalData(`${field} is empty`);
  replace(undefined);
  return false;
};
