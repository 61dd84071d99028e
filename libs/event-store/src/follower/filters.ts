import type { EventFilter, RecordedEvent } from '../port.ts';

/** What passes every filter's part: nothing more where that can be said, else more. */
export const unionOf = (filters: readonly EventFilter[]): EventFilter => {
  const onlyTypes = filters.every(({ types, streamPrefixes }) => types && !streamPrefixes);
  if (onlyTypes) return { types: distinct(filters.flatMap(({ types }) => types!)) };
  const prefixed = filters.every(({ streamPrefixes }) => streamPrefixes);
  return prefixed ? { streamPrefixes: distinct(filters.flatMap(({ streamPrefixes }) => streamPrefixes!)) } : {};
};

/** Whether everything that passes one union passes the other. */
export const covers = (wide: EventFilter, { types, streamPrefixes }: EventFilter): boolean =>
  includes(wide.types, types) && includes(wide.streamPrefixes, streamPrefixes);

/** A test of whether an event passes a filter. */
export const eventMatcher = ({ types, streamPrefixes }: EventFilter): ((event: Passing) => boolean) => {
  const wanted = types && new Set(types);
  return ({ type, stream }) =>
    (!wanted || wanted.has(type)) && (!streamPrefixes || streamPrefixes.some((prefix) => stream.startsWith(prefix)));
};

type Passing = Pick<RecordedEvent, 'type' | 'stream'>;

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)].sort();

const includes = (all: readonly string[] | undefined, some: readonly string[] | undefined): boolean =>
  all === undefined || (some !== undefined && some.every((each) => all.includes(each)));
