import { overlaps } from '@panshi/kernel';
import { passing } from './follower/filters.ts';
import type { ReadFilter, RecordedEvent } from './port.ts';

type Selected = Pick<RecordedEvent, 'type' | 'stream' | 'regions' | 'occurredAt'>;

/** What reading by a filter means, event by event; made ready to be asked of many. */
export const selecting = ({ regions, occurred, ...filter }: ReadFilter): ((event: Selected) => boolean) => {
  const passes = passing(filter);
  const { from, to } = occurred ?? {};
  return (event) =>
    passes(event) &&
    (!regions || event.regions.some((code) => regions.some((region) => overlaps(code, region)))) &&
    (from === undefined || event.occurredAt >= from) &&
    (to === undefined || event.occurredAt <= to);
};
