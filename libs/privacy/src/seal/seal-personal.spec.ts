import { describe, expect, it } from '@jest/globals';
import { sealedAt } from '@panshi/contracts';
import type { SealedRef } from '@panshi/contracts';
import { memoryKeyStore } from '../keys/memory-key-store.ts';
import { assertSealed } from './assert-sealed.ts';
import { openPersonal } from './opener.ts';
import { sealPersonal } from './seal-personal.ts';

const types = {
  Reported: {
    personal: [
      { path: ['text'], subject: 'reporterId', keyClass: 'resident' as const },
      { path: ['phones', '*'], subject: 'reporterId', keyClass: 'resident' as const },
      { path: ['witnesses', '*', 'name'], subject: 'personId', keyClass: 'duty' as const },
      { path: ['place', 'note'], subject: 'reporterId', keyClass: 'resident' as const },
    ],
  },
  Closed: { personal: [] },
};
const place = { stream: 'incident-1', eventId: 'e-1' };
const data = {
  reporterId: 'r-1',
  text: '家里积水',
  phones: ['13800000001', '13800000002'],
  witnesses: [{ personId: 'w-1', name: '张三' }, { personId: 'w-2' }],
  place: { grid: '320113001001001', note: '三号楼' },
};
const record = (sealed: object, at = place) => ({ id: at.eventId, stream: at.stream, data: sealed });

describe.each(['A256GCM', 'SM4-CTR+HMAC-SM3'] as const)('sealing with %s', (suite) => {
  const seal = async (keys = memoryKeyStore()) => ({
    keys,
    sealed: await sealPersonal({ type: 'Reported', data }, place, keys, { suite, types }),
  });

  it('leaves no personal text in what is recorded, and all else as it was', async () => {
    const { sealed } = await seal();
    expect(JSON.stringify(sealed)).not.toMatch(/积水|1380000000|张三|三号楼/);
    expect(sealed).toMatchObject({
      reporterId: 'r-1',
      text: { suite, subject: 'r-1', keyVersion: 1 },
      witnesses: [{ personId: 'w-1', name: { subject: 'w-1' } }, { personId: 'w-2' }],
      place: { grid: '320113001001001' },
    });
    expect(() => assertSealed('Reported', sealed, types)).not.toThrow();
  });

  it('does not touch the decided event', async () => {
    const before = structuredClone(data);
    await seal();
    expect(data).toEqual(before);
  });

  it.each([
    ['text', '家里积水'],
    ['phones.1', '13800000002'],
    ['witnesses.0.name', '张三'],
    ['place.note', '三号楼'],
  ])('opens %s where it was recorded', async (field, value) => {
    const { keys, sealed } = await seal();
    const ref = sealedAt(record(sealed), field) as SealedRef;
    expect(await openPersonal(ref, keys)).toEqual({ status: 'open', value });
  });

  it('seals the same text differently each time', async () => {
    const keys = memoryKeyStore();
    const [one, other] = [await seal(keys), await seal(keys)];
    expect(one.sealed).not.toEqual(other.sealed);
  });

  it.each<[string, (ref: SealedRef) => SealedRef]>([
    ['another stream', (ref) => ({ ...ref, at: { ...ref.at, stream: 'incident-2' } })],
    ['another event', (ref) => ({ ...ref, at: { ...ref.at, event: 'e-2' } })],
    ['another field', (ref) => ({ ...ref, at: { ...ref.at, field: 'phones.0' } })],
    [
      'another nonce',
      (ref) => ({ ...ref, nonce: Buffer.alloc(Buffer.from(ref.nonce, 'base64').length).toString('base64') }),
    ],
    ['a changed ciphertext', (ref) => ({ ...ref, ciphertext: flipped(ref.ciphertext) })],
    ['a cut ciphertext', (ref) => ({ ...ref, ciphertext: ref.ciphertext.slice(0, 8) })],
    ['another subject', (ref) => ({ ...ref, subject: 'w-1' })],
    ['the other suite', (ref) => ({ ...ref, suite: suite === 'A256GCM' ? 'SM4-CTR+HMAC-SM3' : 'A256GCM' })],
    ['a suite nobody knows', (ref) => ({ ...ref, suite: 'ROT13' })],
  ])('does not open with %s', async (_, change) => {
    const { keys, sealed } = await seal();
    const ref = sealedAt(record(sealed), 'text') as SealedRef;
    await expect(openPersonal(change(ref), keys)).rejects.toMatchObject({ name: 'SealBroken' });
  });
});

const flipped = (base64: string): string => {
  const bytes = Buffer.from(base64, 'base64');
  bytes[0]! ^= 1;
  return bytes.toString('base64');
};

describe('sealing', () => {
  it('asks for all keys of an event at once', async () => {
    const keys = memoryKeyStore();
    const asked: unknown[] = [];
    const counting = {
      keysFor: (requests: Parameters<typeof keys.keysFor>[0]) => (asked.push(requests), keys.keysFor(requests)),
    };
    await sealPersonal({ type: 'Reported', data }, place, counting, { types });
    expect(asked).toHaveLength(1);
  });

  it('takes its nonces from the source it is given', async () => {
    const random = (bytes: number): Buffer => Buffer.alloc(bytes, 7);
    const sealed = await sealPersonal({ type: 'Reported', data }, place, memoryKeyStore(), { types, random });
    expect(sealed).toMatchObject({ text: { nonce: Buffer.alloc(12, 7).toString('base64') } });
  });

  it('leaves empty and absent texts out, needing no subject for them', async () => {
    const sealed = await sealPersonal(
      { type: 'Reported', data: { text: '', place: { note: undefined } } },
      place,
      memoryKeyStore(),
      { types },
    );
    expect(sealed).toEqual({ place: {} });
    expect('text' in sealed).toBe(false);
  });

  it.each([
    ['no subject', { text: 'x' }],
    ['an empty subject', { text: 'x', reporterId: '' }],
    ['a number for a text', { text: 7, reporterId: 'r-1' }],
    ['an empty text in a list', { phones: ['1', ''], reporterId: 'r-1' }],
    [
      'a value sealed elsewhere',
      { reporterId: 'r-1', text: { suite: 'A256GCM', subject: 'r-1', keyVersion: 1, nonce: '', ciphertext: '' } },
    ],
  ])('refuses an event with %s', async (_, bad) => {
    const sealing = sealPersonal({ type: 'Reported', data: bad }, place, memoryKeyStore(), { types });
    await expect(sealing).rejects.toMatchObject({ name: 'ClearPersonalData' });
  });

  it('refuses an event type that proto does not know', async () => {
    await expect(sealPersonal({ type: 'Invented', data }, place, memoryKeyStore())).rejects.toThrow('Invented');
  });

  it('hands an event without personal fields through', async () => {
    const closed = { at: 'x' };
    expect(await sealPersonal({ type: 'Closed', data: closed }, place, memoryKeyStore(), { types })).toEqual(closed);
  });
});

describe('the last gate before the log', () => {
  it('lets no clear personal field through, and does not repeat it', async () => {
    const sealed = await sealPersonal({ type: 'Reported', data }, place, memoryKeyStore(), { types });
    const leaky = { ...sealed, phones: ['13800000001'] };
    expect(() => assertSealed('Reported', leaky, types)).toThrow('Reported.phones.0');
    expect(() => assertSealed('Reported', leaky, types)).not.toThrow('138');
  });

  it('lets no value through that is sealed for another subject', async () => {
    const sealed = await sealPersonal({ type: 'Reported', data }, place, memoryKeyStore(), { types });
    expect(() => assertSealed('Reported', { ...sealed, reporterId: 'r-2' }, types)).toThrow('text');
  });

  it('lets absent fields through', () => {
    expect(() => assertSealed('Reported', { reporterId: 'r-1' }, types)).not.toThrow();
  });
});
