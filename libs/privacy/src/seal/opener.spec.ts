import { describe, expect, it } from '@jest/globals';
import { sealedAt } from '@panshi/contracts';
import type { SealedRef } from '@panshi/contracts';
import { memoryKeyStore } from '../keys/memory-key-store.ts';
import { opener } from './opener.ts';
import { sealPersonal } from './seal-personal.ts';

const types = { Written: { personal: [{ path: ['text'], subject: 'by', keyClass: 'resident' as const }] } };
const erasure = { ground: 'pipl-47', approver: 'officer-1', at: '2026-03-01T08:00:00.000Z' };

const written = async (keys: ReturnType<typeof memoryKeyStore>, by: string, text: string): Promise<SealedRef> => {
  const place = { stream: `letter-${by}`, eventId: `e-${by}` };
  const data = await sealPersonal({ type: 'Written', data: { by, text } }, place, keys, { types });
  return sealedAt({ id: place.eventId, stream: place.stream, data }, 'text') as SealedRef;
};

describe('opening for a reader', () => {
  it('opens every sealed value in a document, and leaves the rest alone', async () => {
    const keys = memoryKeyStore();
    const received = new Date(0);
    const document = {
      id: 1,
      received,
      notes: [{ text: await written(keys, 'a', '一') }, { text: await written(keys, 'b', '二') }],
    };
    expect(await opener(keys, () => true).document(document)).toEqual({
      id: 1,
      received,
      notes: [{ text: { status: 'open', value: '一' } }, { text: { status: 'open', value: '二' } }],
    });
  });

  it('withholds what the reader may not see, without asking for its key', async () => {
    const keys = memoryKeyStore();
    const [mine, theirs] = [await written(keys, 'a', '一'), await written(keys, 'b', '二')];
    const asked: string[] = [];
    const watched = { key: (subject: string, version: number) => (asked.push(subject), keys.key(subject, version)) };
    const open = opener(watched, ({ subject }) => subject === 'a');
    expect(await open.value(mine)).toEqual({ status: 'open', value: '一' });
    expect(await open.value(theirs)).toEqual({ status: 'withheld' });
    expect(asked).toEqual(['a']);
  });

  it('an erased subject opens no more, others do', async () => {
    const keys = memoryKeyStore();
    const [gone, kept] = [await written(keys, 'a', '一'), await written(keys, 'b', '二')];
    await keys.erase('a', erasure);
    const open = opener(keys, () => true);
    expect(await open.value(gone)).toEqual({ status: 'erased' });
    expect(await open.value(kept)).toEqual({ status: 'open', value: '二' });
  });

  it('says loudly that a key is lost, which is no erasure', async () => {
    const sealed = await written(memoryKeyStore(), 'a', '一');
    await expect(opener(memoryKeyStore(), () => true).value(sealed)).rejects.toMatchObject({ name: 'SealBroken' });
  });
});
