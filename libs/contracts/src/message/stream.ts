import type { Permission } from '../authority/permissions.ts';

/** What of an event's regions a reader's territory must meet: share ground with one of them, or hold one. */
export type Reach = 'overlap' | 'within';

/** A kind of stream: how its streams are named, and who may read of what happens in them. */
export interface StreamType<Key extends object = never> {
  readonly name: string;
  /** How the names of its streams begin. */
  readonly prefix: string;
  /** What shows that something happened in them; `nobody`: nothing but a replay of history does. */
  readonly reader: Permission | 'nobody';
  readonly reach: Reach;
  /** The fields that tell its streams apart. */
  readonly key: readonly string[];
  /** The name of the stream that a key names. */
  readonly of: (key: Key) => string;
}

const known: StreamType[] = [];

/**
 * Declares a kind of stream, once, where its commands and events are declared.
 * @param stream.key the fields that tell its streams apart
 * @param stream.reach as the queries of the same permission have it; `overlap` unless told
 * @throws {TypeError} where the names of two kinds could be mistaken for one another
 */
export const defineStream = <const Field extends string>({
  name,
  key: fields,
  reader,
  reach = 'overlap',
}: Pick<StreamType, 'name' | 'reader'> & { readonly key: readonly Field[]; readonly reach?: Reach }): StreamType<
  Readonly<Record<Field, string>>
> => {
  const prefix = `${name}-`;
  const other = known.find((each) => each.prefix.startsWith(prefix) || prefix.startsWith(each.prefix));
  if (other) throw new TypeError(`streams ${prefix} and ${other.prefix} could be mistaken for one another`);
  const of = (key: Readonly<Record<Field, string>>): string => prefix + fields.map((field) => key[field]).join('-');
  const type = { name, prefix, key: fields, reader, reach, of };
  known.push(type);
  return type;
};

/** Every kind of stream, in order of declaration. */
export const allStreams = (): readonly StreamType[] => known;

/** The kind a stream is of, by its name; undefined where nobody declared it. */
export const streamTypeOf = (stream: string): StreamType | undefined =>
  known.find(({ prefix }) => stream.startsWith(prefix));
