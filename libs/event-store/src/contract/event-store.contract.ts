import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { StoreUnavailable } from '../errors.ts';
import type { EventStore } from '../port.ts';
import { appendContract } from './append.contract.ts';
import { checkpointContract } from './checkpoint.contract.ts';
import { importContract } from './import.contract.ts';
import { readContract } from './read.contract.ts';
import { all, any, events, standingClock, type OpenStore } from './sample.ts';
import { subscribeContract } from './subscribe.contract.ts';
import { timeContract } from './time.contract.ts';

export type { OpenStore } from './sample.ts';

/** What every event store does: run it in a spec on each adapter. */
export const eventStoreContract = (name: string, open: OpenStore): void => {
  describe(`the event store contract on ${name}`, () => {
    let clock = standingClock();
    let store: EventStore;
    beforeEach(async () => {
      clock = standingClock();
      store = await open({ clock: () => clock.read() });
    });
    afterEach(() => store.close());

    appendContract(() => store);
    readContract(() => store);
    subscribeContract(() => store);
    timeContract(
      () => store,
      () => clock,
    );
    importContract(
      () => store,
      () => clock,
    );
    checkpointContract(
      () => store,
      () => clock,
    );

    describe('close', () => {
      it('answers what was asked before, and refuses what is asked after', async () => {
        const asked = Array.from({ length: 50 }, (_, i) => store.append(`s-${i}`, events(1), any()));
        const closed = store.close();
        expect(await Promise.all(asked)).toHaveLength(50);
        await closed;
        await store.close();
        await expect(store.append('a', events(1), any())).rejects.toThrow(StoreUnavailable);
        await expect(store.head()).rejects.toThrow(StoreUnavailable);
        await expect(all(store)).rejects.toThrow(StoreUnavailable);
      });
    });
  });
};
