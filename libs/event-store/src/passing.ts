import { overlaps } from '@panshi/kernel';
import type { ReadFilter, RecordedEvent } from './port.ts';

type Filtered = Pick<RecordedEvent, 'type' | 'stream' | 'regions' | 'occurredAt'>;

/** What a filter means, event by event; made ready to be asked of many. */
export const passing = ({
  types,
  streamPrefixes,
  regions,
  occurred: { from, to } = {},
}: ReadFilter): ((event: Filtered) => boolean) => {
  const wanted = types && new Set(types);
  return (event) =>
    (!wanted || wanted.has(event.type)) &&
    (!streamPrefixes || streamPrefixes.some((prefix) => event.stream.startsWith(prefix))) &&
    (!regions || event.regions.some((code) => regions.some((region) => overlaps(code, region)))) &&
    (from === undefined || event.occurredAt >= from) &&
    (to === undefined || event.occurredAt <= to);
};
