import fc from 'fast-check';
import type { ApiDocument, Operation, Parameter, Schema } from './document.ts';
import type { Values } from './values.ts';

/** A request before it is written down. */
export interface Draft {
  readonly operation: Operation;
  readonly given: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  /** What breaks the schema in it. */
  readonly wrong?: string;
}

type Media = readonly [type: string, schema: Schema | undefined];

export const mediaOf = ({ requestBody }: Operation): Media | undefined => {
  const [type, { schema }] = Object.entries(requestBody?.content ?? {})[0] ?? ['', {}];
  return type === '' ? undefined : [type, schema];
};

/** How often what may be left out is there: a stale If-Match hides all that lies behind it. */
const weights: Readonly<Record<Parameter['in'], number>> = { path: 1, query: 0.3, header: 0.08 };
/** History is folded anew for each moment. */
const rare = ['asOf'];

/** Requests that are as the document has them. @param barely with nothing that may be left out */
export const validDrafts = (operation: Operation, values: Values, barely: boolean): fc.Arbitrary<Draft> => {
  const parameters = operation.parameters.map((each): [string, fc.Arbitrary<unknown>] => {
    const value = values.of(each.schema, each.name);
    const there = rare.includes(each.name) ? 4 : Math.round(100 * weights[each.in]);
    const left = { weight: 100 - there, arbitrary: fc.constant(undefined) };
    if (barely && !each.required) return [each.name, fc.constant(undefined)];
    return [each.name, each.required ? value : fc.oneof({ weight: there, arbitrary: value }, left)];
  });
  const given = fc.record(Object.fromEntries(parameters));
  const [type, schema] = mediaOf(operation) ?? [];
  if (type === undefined) return given.map((filled) => ({ operation, given: filled }));
  const body = schema ? values.of(schema) : fc.constantFrom(new Uint8Array([1, 2, 3]));
  const sent = operation.requestBody?.required ? body : fc.oneof(body, fc.constant(undefined));
  return fc.record({ given, body: sent }).map((filled) => ({ operation, ...filled }));
};

const texts: readonly string[] = [
  'x',
  '-1',
  '1.5',
  '0',
  '1e9',
  ' ',
  '\u0000',
  '\u200b',
  '𠮷'.repeat(70),
  'true',
  '2026-02-30',
];
const others: readonly unknown[] = [
  ...[null, true, false, 0, -1, 1.5, 1e15, [], {}, [null], [[]], { x: 1 }],
  ...[...texts, '', '甲'.repeat(2001), 'a'.repeat(10_000), '2026-02-30T00:00:00Z', '320113'],
];

/** Whether a parameter's text fits by any way of reading it. */
const fitsAsText = (document: ApiDocument, schema: Schema, text: string): boolean => {
  const read = [
    text,
    ...(text.trim() === '' ? [] : [Number(text)]),
    ...(/^(true|false)$/.test(text) ? [text === 'true'] : []),
  ];
  return [...read, text.split(',')].some((value) => document.fits(schema, value));
};

/** Requests that are right but for one thing. */
export const brokenFrom = (draft: Draft, document: ApiDocument): readonly Draft[] => {
  const { operation, given, body } = draft;
  const ofParameters = operation.parameters.flatMap(({ name, in: place, schema }) =>
    texts
      .filter((text) => !fitsAsText(document, schema, text) && (place !== 'header' || /^[!-~]+$/.test(text)))
      .map((text) => ({
        ...draft,
        given: { ...given, [name]: text },
        wrong: `${name} ${JSON.stringify(text).slice(0, 40)}`,
      })),
  );
  const left = operation.parameters
    .filter(({ in: place, required }) => required && place === 'query')
    .map(({ name }) => ({ ...draft, given: { ...given, [name]: undefined }, wrong: `no ${name}` }));
  const [, schema] = mediaOf(operation) ?? [];
  const bodies = schema ? brokenBodies(document, schema, body ?? {}, operation.requestBody?.required === true) : [];
  return [...ofParameters, ...left, ...bodies.map((broken) => ({ ...draft, ...broken }))];
};

interface BrokenBody {
  readonly body: unknown;
  readonly wrong: string;
}

const brokenBodies = (
  document: ApiDocument,
  schema: Schema,
  body: unknown,
  required: boolean,
): readonly BrokenBody[] => {
  const found = [...replacements(document, schema, body, '')].filter((each) => !document.fits(schema, each.body));
  return required ? [...found, { body: undefined, wrong: 'no body' }] : found;
};

/** A value with something else in the place of a part of it. What may be left out may be null. */
function* replacements(document: ApiDocument, written: Schema, value: unknown, path: string): Iterable<BrokenBody> {
  const schema = document.at<Schema>(written as Schema & { $ref: string });
  for (const other of others)
    if (other !== null) yield { body: other, wrong: `${path} ${JSON.stringify(other).slice(0, 40)}` };
  if (Array.isArray(value) && schema.items && value.length > 0)
    for (const { body, wrong } of replacements(document, schema.items, value[0], `${path}.0`))
      yield { body: [body, ...(value.slice(1) as unknown[])], wrong };
  if (schema.properties === undefined || typeof value !== 'object' || value === null) return;
  yield { body: { ...value, surplus: 1 }, wrong: `${path}.surplus` };
  for (const name of schema.required ?? []) {
    yield { body: { ...value, [name]: undefined }, wrong: `no ${path}.${name}` };
    yield { body: { ...value, [name]: null }, wrong: `${path}.${name} null` };
  }
  for (const [name, part] of Object.entries(schema.properties))
    for (const { body, wrong } of replacements(document, part, Reflect.get(value, name), `${path}.${name}`))
      yield { body: { ...value, [name]: body }, wrong };
}
