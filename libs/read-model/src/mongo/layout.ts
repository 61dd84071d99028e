import type { mongo, Schema } from 'mongoose';
import { hasManyValues } from '../question/filter.ts';
import { schemaPath } from '../schema-path.ts';
import type { ViewDefinition } from '../view.ts';
import { reserved } from './stored.ts';
import type { ViewRecord } from './view-records.ts';

type Keys = Readonly<Record<string, 1 | -1>>;

/** How a view lies in MongoDB. */
export interface Layout {
  readonly name: string;
  readonly version: number;
  readonly indexes: readonly mongo.IndexDescription[];
  /** The same where fields and indexes are. */
  readonly mark: string;
}

const viewName = /^[a-z][a-z0-9-]{0,62}$/;

/** The one name of a view at its version. */
export const keyOf = (name: string, version: number): string => `${name}@${version}`;

/** The collection of a view's documents: of its life, unless it took over those of another view. */
export const collectionOf = ({ _id, life, documents }: Pick<ViewRecord, '_id' | 'life' | 'documents'>): string =>
  documents ?? `view.${_id}.${life}`;

/** A view's own indexes, each ending in the id, so that pages follow it, and each once: a server refuses two alike. */
const indexesOf = (schema: Schema): readonly Keys[] => {
  const all = (schema.indexes() as readonly [Record<string, unknown>, unknown][]).map(([fields]) => {
    const keys = Object.fromEntries(
      Object.entries(fields).map(([path, way]) => [path, way === -1 ? -1 : 1] as const),
    ) as Keys;
    const arrays = Object.keys(keys).flatMap((path) => {
      const where = schemaPath(schema, path);
      return where && hasManyValues(where) ? [where.parts[0]!.join('.')] : [];
    });
    if (new Set(arrays).size > 1) throw new TypeError(`MongoDB indexes no two arrays together: ${arrays.join(', ')}`);
    return '_id' in keys ? keys : { ...keys, _id: Object.values(keys).at(-1) ?? 1 };
  });
  const once = new Map(all.map((keys) => [JSON.stringify(keys), keys]));
  once.delete(JSON.stringify({ _id: 1 }));
  return [...once.values()];
};

/** @throws {TypeError} for what MongoDB could not hold, or a schema that declares a field we need for ourselves */
export const layoutOf = ({
  name,
  version,
  schema,
  text,
}: Pick<ViewDefinition, 'name' | 'version' | 'schema' | 'text'>): Layout => {
  if (!viewName.test(name)) throw new TypeError(`not a view's name: ${name}`);
  const taken = reserved.find((field) => schema.path(field) !== undefined);
  if (taken) throw new TypeError(`view ${name} declares ${taken}, which the store keeps for itself`);
  const keys = [...indexesOf(schema), ...(text ? [{ _terms: 1 } as const] : [])];
  return {
    name,
    version,
    indexes: [
      ...keys.map((key, i) => ({ key: { ...key }, name: `i${i}` })),
      { key: { _gone: 1 }, name: 'gone', sparse: true },
    ],
    mark: JSON.stringify(keys),
  };
};
