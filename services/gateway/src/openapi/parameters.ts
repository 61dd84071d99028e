import { fieldsOf, type FieldsType, type Field, type JsonSchema } from '@panshi/contracts';
import { positionForm } from '@panshi/kernel';
import { Moments } from '../request/moments.ts';
import { fieldSchema, wordsOf } from './schemas.ts';

const position: JsonSchema = { type: 'string', pattern: positionForm.source };

const parameter = (place: 'header' | 'query', name: string, schema: JsonSchema, description: string): object => ({
  name,
  in: place,
  description,
  schema,
});

const ofField = (name: string, place: 'path' | 'query', field: Field): object => ({
  name,
  in: place,
  required: place === 'path' || !field.optional,
  description: wordsOf(field),
  schema: fieldSchema(field),
  ...(place === 'query' && 'items' in field.of && { style: 'form', explode: false }),
});

/** The fields of a class that stand in the path of its address. */
export const pathParametersOf = (type: FieldsType, names: readonly string[]): readonly object[] =>
  [...fieldsOf(type)].filter(([name]) => names.includes(name)).map(([name, field]) => ofField(name, 'path', field));

/** The fields of a query as parameters: those named in its path, the others behind it. */
export const parametersOf = (type: FieldsType, inPath: readonly string[] = []): readonly object[] => [
  ...pathParametersOf(type, inPath),
  ...[...fieldsOf(type)]
    .filter(([name]) => !inPath.includes(name))
    .map(([name, field]) => ofField(name, 'query', field)),
];

const momentOf = (name: keyof Moments): object => ofField(name, 'query', fieldsOf(Moments).get(name)!);

/** Parameters that many operations have, by name. */
export const sharedParameters = {
  acceptLanguage: parameter('header', 'Accept-Language', { type: 'string' }, 'zh or en, with weights; zh unless told'),
  correlation: parameter('header', 'X-Correlation-Id', { type: 'string' }, 'A UUID that problems and events repeat'),
  trace: parameter('header', 'traceparent', { type: 'string' }, 'The trace it belongs to (W3C Trace Context)'),
  idempotencyKey: parameter(
    'header',
    'Idempotency-Key',
    { type: 'string', pattern: '^[!-~]{1,200}$' },
    'The same key and body act once, also after a crash',
  ),
  ifMatch: parameter(
    'header',
    'If-Match',
    { type: 'string', pattern: String.raw`^(?:\*|"\d{1,15}")$` },
    'The ETag you saw; stale is 412',
  ),
  ifNoneMatch: parameter(
    'header',
    'If-None-Match',
    { type: 'string' },
    'The ETag of what you hold; where it still is so, 304. Editions in effect change by the clock: 304 is of a named one only',
  ),
  lastEventId: parameter('header', 'Last-Event-ID', position, 'The last id received: what came since is sent first'),
  after: momentOf('after'),
  asOf: momentOf('asOf'),
} as const;

/** Names of parameters as an operation refers to them. */
export const shared = (...names: readonly (keyof typeof sharedParameters)[]): readonly object[] =>
  names.map((name) => ({ $ref: `#/components/parameters/${name}` }));

/** What every request may say. */
export const ofEvery = shared('acceptLanguage', 'correlation', 'trace');
