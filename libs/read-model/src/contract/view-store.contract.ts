import type { ViewStore } from '../view-store.ts';
import { viewCountContract } from './view-count.contract.ts';
import { type Shortcomings, viewQueryContract } from './view-query.contract.ts';
import { viewRefusalContract } from './view-refusal.contract.ts';
import { viewWriteContract } from './view-write.contract.ts';

export { FakeClock } from './fake-clock.ts';

/** Everything a view store must do; run it with a factory of empty stores, each on the clock given. */
export const viewStoreContract = (
  name: string,
  open: (clock: () => number) => Promise<ViewStore>,
  shortcomings: Shortcomings = {},
): void => {
  viewWriteContract(name, open);
  viewQueryContract(name, open, shortcomings);
  viewCountContract(name, open);
  viewRefusalContract(name, open);
};
