import { overlaps } from '@panshi/kernel';
import { eventMatcher } from './follower/filters.ts';
import type { ReadFilter, RecordedEvent } from './port.ts';

type Selected = Pick<RecordedEvent, 'type' | 'stream' | 'regions' | 'occurredAt'>;

/** A test of whether an event passes the filter of a read. */
export const readMatcher = ({ regions, occurred, ...filter }: ReadFilter): ((event: Selected) => boolean) => {
  const passes = eventMatcher(filter);
  const { from, to } = occurred ?? {};
  return (event) =>
    passes(event) &&
    (!regions || event.regions.some((code) => regions.some((region) => overlaps(code, region)))) &&
    (from === undefined || event.occurredAt >= from) &&
    (to === undefined || event.occurredAt <= to);
};
