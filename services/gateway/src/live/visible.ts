import { allStreams, type Principal, reachEvent, type StreamType, territoriesOf } from '@panshi/contracts';
import type { RegionCode } from '@panshi/kernel';

const readable = allStreams().flatMap(({ prefix, reader }) => (reader === 'nobody' ? [] : [{ prefix, reader }]));

/** The beginnings of the streams that anybody may hear of. */
export const shownStreams: readonly string[] = readable.map(({ prefix }) => prefix);

/** The beginnings of the streams that a principal may hear of anywhere. */
export const audibleStreams = (principal: Principal): readonly string[] =>
  readable.filter(({ reader }) => territoriesOf(principal, reader).length > 0).map(({ prefix }) => prefix);

/** Where something happened, and in what kind of stream; undefined where no kind is declared. */
export interface Happening {
  readonly kind: StreamType | undefined;
  readonly regions: readonly RegionCode[];
}

/** Tells what a principal may know of. Territories are looked up once, for it is asked of each event. */
export const hearingOf = (principal: Principal): ((happening: Happening) => boolean) => {
  const territories = new Map<string, readonly string[]>(
    readable.map(({ reader }) => [reader, territoriesOf(principal, reader)]),
  );
  return ({ kind, regions }) =>
    kind !== undefined && reachEvent(territories.get(kind.reader) ?? [], regions, kind.reach);
};
