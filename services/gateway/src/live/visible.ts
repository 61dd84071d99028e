import { allStreams, type Principal, reachEvent, type StreamType, territoriesOf } from '@panshi/contracts';
import type { RegionCode } from '@panshi/kernel';

const readable = allStreams().flatMap(({ prefix, reader }) => (reader === 'nobody' ? [] : [{ prefix, reader }]));

/** Prefixes of the streams that anybody may read. */
export const readableStreams: readonly string[] = readable.map(({ prefix }) => prefix);

/** Prefixes of the streams that a principal may read anywhere. */
export const visibleStreams = (principal: Principal): readonly string[] =>
  readable.filter(({ reader }) => territoriesOf(principal, reader).length > 0).map(({ prefix }) => prefix);

/** The kind of stream an event is in, undefined where none is declared, and the regions it concerns. */
export interface EventScope {
  readonly kind: StreamType | undefined;
  readonly regions: readonly RegionCode[];
}

/** A test of whether a principal may read an event. Territories are looked up once, since it is asked of each event. */
export const isVisibleTo = (principal: Principal): ((event: EventScope) => boolean) => {
  const territories = new Map<string, readonly string[]>(
    readable.map(({ reader }) => [reader, territoriesOf(principal, reader)]),
  );
  return ({ kind, regions }) =>
    kind !== undefined && reachEvent(territories.get(kind.reader) ?? [], regions, kind.reach);
};
