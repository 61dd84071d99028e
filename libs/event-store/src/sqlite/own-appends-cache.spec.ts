import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anEvent } from '../contract/sample.ts';
import { draftAppend } from '../draft.ts';
import { parseEnvelope, sealEnvelope } from '../envelope.ts';
import { eventMatcher } from '../follower/filters.ts';
import type { PageSource } from '../pages.ts';
import type { RecordedEvent } from '../port.ts';
import { toPosition } from '../position.ts';
import { OwnAppendsCache } from './own-appends-cache.ts';

const recordedAt = Date.UTC(2026, 2, 1, 8);

/** A log that counts how often it is read. */
const emptyLog = () => {
  const events: RecordedEvent[] = [];
  const log: PageSource & { reads: number; append(type: string, stream: string): void } = {
    reads: 0,
    append(type, stream) {
      const draft = draftAppend(stream, 'c', [anEvent({ type })]);
      const [[, , head, tail]] = draft.events as [(typeof draft.events)[0]];
      const version = events.length;
      const envelope = sealEnvelope(head, new Date(recordedAt).toISOString(), tail, version);
      events.push(parseEnvelope(envelope, toPosition(events.length + 1)));
      here.note(stream, draft.events, [version, events.length, here.isTold ? recordedAt : undefined]);
    },
    page(request) {
      this.reads++;
      const some = events.slice(request.after, request.upTo).filter(eventMatcher(request)).slice(0, request.limit);
      return { events: some, reached: some.length === request.limit ? Number(some.at(-1)!.position) : request.upTo };
    },
  };
  const here = Object.assign(new OwnAppendsCache(log), { isTold: true });
  return { log, here, events };
};

/** What a follower gets between two places. */
const read = (source: PageSource, after: number, upTo: number, filter: object, limit = 5): RecordedEvent[] => {
  const got: RecordedEvent[] = [];
  for (let at = after; at < upTo;) {
    const page = source.page({ ...filter, after: at, upTo, limit });
    got.push(...page.events);
    at = page.reached;
  }
  return got;
};

const appends = fc.array(fc.record({ here: fc.boolean(), type: fc.nat(2), stream: fc.constantFrom('a-1', 'b-1') }));
const filters = fc.record({
  types: fc.option(fc.subarray(['T0', 'T1', 'T2']), { nil: undefined }),
  streamPrefixes: fc.option(fc.subarray(['a-', 'b-']), { nil: undefined }),
});

it('what was appended here is answered as the log would, whoever appended in between', () => {
  fc.assert(
    fc.property(appends, filters, fc.nat(30), fc.integer({ min: 1, max: 6 }), (all, filter, back, limit) => {
      const { log, here, events } = emptyLog();
      for (const { here: isTold, type, stream } of all) {
        here.isTold = isTold;
        log.append(`T${type}`, stream);
      }
      const after = Math.max(0, events.length - back);
      expect(read(here, after, events.length, filter, limit)).toEqual(read(log, after, events.length, filter, limit));
    }),
  );
});

it('what follows on what was read last is not read back', () => {
  const { log, here } = emptyLog();
  for (let i = 0; i < 12; i++) log.append('T0', 'a-1');
  expect(read(here, 4, 12, {})).toHaveLength(8);
  expect(log.reads).toBe(0);
});

it('only so much is kept', () => {
  const { log, here } = emptyLog();
  for (let i = 0; i < 2050; i++) log.append('T0', 'a-1');
  expect(read(here, 0, 2050, {}, 2000)).toHaveLength(2050);
  expect(log.reads).toBe(1);
});
