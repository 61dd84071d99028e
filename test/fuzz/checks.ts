import type { Answered } from './client.ts';
import type { ApiDocument, Operation, Response, Schema } from './document.ts';

const codeOf = ({ text }: Answered): string => (JSON.parse(text) as { code: string }).code;
const isProblem = ({ headers }: Answered): boolean =>
  headers.get('content-type')?.startsWith('application/problem+json') === true;

/** What an answer has that its declaration does not; empty where nothing is. */
const undeclared = (document: ApiDocument, { content, headers = {} }: Response, answer: Answered): string => {
  for (const [name, header] of Object.entries(headers)) {
    const value = answer.headers.get(name);
    const { schema } = document.at<{ schema: Schema }>(header);
    const read = schema.type === 'integer' ? Number(value) : value;
    if (value !== null && !document.fits(schema, read)) return `header ${name}: ${value}`;
  }
  const [type = ''] = answer.headers.get('content-type')?.split(';') ?? [];
  if (content === undefined) return answer.text === '' ? '' : `a body of ${type}`;
  const media = content[type];
  if (!media) return `of type ${type}`;
  const item = media['x-itemSchema'];
  if (item)
    return (
      itemsIn(answer.text, type)
        .map((each) => document.faults(item, each))
        .find(Boolean) ?? ''
    );
  return media.schema && type.endsWith('json') ? document.faults(media.schema, JSON.parse(answer.text)) : '';
};

/** Whole lines, or whole server-sent events. */
const itemsIn = (text: string, type: string): readonly unknown[] => {
  const isLines = type === 'application/x-ndjson';
  const whole = text.split(isLines ? '\n' : '\n\n').slice(0, -1);
  return whole.map((each) =>
    isLines ? (JSON.parse(each) as unknown) : Object.fromEntries(each.split('\n').map((line) => eventField(line))),
  );
};

const eventField = (line: string): readonly [string, unknown] => {
  const [, name = '', value = ''] = /^(\w+): (.*)$/.exec(line) ?? [];
  return [name, name === 'retry' ? Number(value) : value];
};

/** What is wrong with an answer whatever was sent. */
export const faultIn = (document: ApiDocument, { responses }: Operation, answer: Answered): string => {
  if (answer.status >= 500) return `answered ${answer.status}`;
  const declared = responses[answer.status];
  if (!declared) return `answered ${answer.status}, which is not declared`;
  return undeclared(document, document.at<Response>(declared), answer);
};

/** What is wrong with the answer to what is as the schemas have it: the border has nothing to refuse in it. */
export const faultInValid = (answer: Answered): string =>
  isProblem(answer) && /^(request|session\.(required|expired))\b/.test(codeOf(answer))
    ? `refused as ${codeOf(answer)}`
    : '';

/** What is wrong with the answer to what is not as the schemas have it. */
export const faultInBroken = ({ status }: Answered): string =>
  status >= 400 && status < 500 && status !== 401 ? '' : `answered ${status}`;

/** What is wrong with the answer to a method that an address does not take. @param allowed those that it does */
export const faultInMethod = (document: ApiDocument, answer: Answered, allowed: readonly string[]): string => {
  const told = answer.headers.get('allow')?.split(', ').toSorted();
  if (answer.status !== 405) return `answered ${answer.status}`;
  if (JSON.stringify(told) !== JSON.stringify(allowed.toSorted())) return `allows ${told?.join()}`;
  return undeclared(document, document.notAllowed, answer);
};
