import { beforeEach, describe, expect, it } from '@jest/globals';
import { type EventStore, type NewEvent, openMemoryEventStore } from '@panshi/event-store';
import { pastMoment } from './past-moment.ts';

const at = (minute: number): string => new Date(Date.UTC(2026, 2, 2) + minute * 60_000).toISOString();
const year = 365 * 24 * 60;

describe('a past moment', () => {
  let clock: number;
  let store: EventStore;
  beforeEach(() => {
    store = openMemoryEventStore({ clock: () => Date.parse(at(clock)) });
  });

  const appendAt = async (minute: number): Promise<string> => {
    clock = minute;
    const event = { id: `e${minute}`, type: 'T', schema: 'panshi.test.v1.T', data: {}, occurredAt: at(0) };
    const origin = { actor: { account: 'a', person: 'p', post: 'o' }, correlationId: 'c', causationId: 'c' };
    const appended = { ...event, ...origin, provenance: 'real', regions: ['320113'], fingerprint: 'f' } as NewEvent;
    return (await store.append('s', [appended], { expect: 'any', commandId: `c${minute}` })).position;
  };
  const asOf = (moment: string, now: number): Promise<string> =>
    pastMoment(moment, at(now), store).then(
      ({ position }) => position,
      (error: { code: string }) => error.code,
    );

  it('is the last position recorded by then', async () => {
    const [first, second] = [await appendAt(0), await appendAt(10)];
    expect([await asOf(at(9), 20), await asOf(at(10), 20), await asOf(at(20), 20)]).toEqual([first, second, second]);
  });

  it('is the end of a day in China, where a day is named that is over', async () => {
    const [inTheMorning] = [await appendAt(0), await appendAt(16 * 60)];
    expect([await asOf('2026-03-02', 17 * 60), await asOf('2026-03-02', 10 * 60)]).toEqual([
      inTheMorning,
      'as-of.not-past',
    ]);
    expect(await asOf('2026-02-30', 17 * 60)).toBe('position.unknown');
  });

  it('is not told where a clock that ran ahead was set back since; a position is, and a moment before', async () => {
    const [first, , ahead, after] = [await appendAt(0), await appendAt(10), await appendAt(year), await appendAt(30)];
    expect([await asOf(at(9), 40), await asOf(at(30), 40)]).toEqual([first, 'as-of.clock-was-ahead']);
    expect([await asOf(ahead, 40), await asOf(after, 40)]).toEqual([ahead, after]);
    expect(await asOf(at(year), year + 1)).toBe(after);
  });

  it('is refused where it names none', async () => {
    const never = ['2026-02-30T00:00:00Z', '2026-03-01T08:00:00', '2026-03-01T24:00:00Z', '2026-03-01T00:00:00+99:00'];
    for (const text of never) expect(await asOf(text, 40)).toBe('as-of.not-past');
    for (const text of ['00000000000001e9', '----------------', '0000000000000x10', '000000000000001.', '', '2026-W10'])
      expect(await asOf(text, 40)).toBe('position.unknown');
  });

  it('is told beside another process whose clock is a little ahead', async () => {
    const last = await appendAt(10);
    expect(await asOf(at(9.9), 9.9)).not.toBe(last);
    expect(await asOf(at(9), 9.5)).not.toBe('as-of.clock-was-ahead');
  });
});
