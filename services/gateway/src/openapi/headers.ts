import { positionForm } from '@panshi/kernel';

const header = (description: string, schema: object): object => ({ description, schema });

/** Headers of answers, by name. */
export const headers = {
  ETag: header('Version of the stream, for If-Match', { type: 'string', pattern: String.raw`^"\d+"$` }),
  'X-Position': header('Place in the log that the answer is as of', { type: 'string', pattern: positionForm.source }),
  'X-As-Of': header('The past moment that was asked about', { type: 'string' }),
  RetryAfter: header('Seconds until it makes sense to try again', { type: 'integer', minimum: 1 }),
  Allow: header('The methods that the address takes', { type: 'string' }),
} as const;

type Name = 'ETag' | 'X-Position' | 'X-As-Of';

/** Headers as an answer refers to them. */
export const responseHeaders = (...names: readonly Name[]): Record<string, object> =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
