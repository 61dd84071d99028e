import { type Draft, mediaOf } from './requests.ts';

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  /** Its beginning, where it has no end. */
  readonly text: string;
}

/** Characters read of an answer that may have no end, or events of a stream: its interval and where it is. */
const enough = 20_000;
const enoughEvents = 2;

const asText = (value: unknown): string => (Array.isArray(value) ? value.join(',') : String(value));

export const addressOf = ({ operation: { path, parameters }, given }: Draft): string => {
  const at = (place: string): readonly string[] =>
    parameters.filter((each) => each.in === place && given[each.name] !== undefined).map(({ name }) => name);
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(asText(given[name])));
  const query = at('query').map((name) => `${name}=${encodeURIComponent(asText(given[name]))}`);
  return query.length > 0 ? `${filled}?${query.join('&')}` : filled;
};

const headersOf = ({ operation, given, body }: Draft): Record<string, string> => {
  const named = operation.parameters.filter((each) => each.in === 'header' && given[each.name] !== undefined);
  const headers = Object.fromEntries(named.map(({ name }) => [name, encodable(String(given[name]))]));
  return body === undefined ? headers : { ...headers, 'content-type': mediaOf(operation)?.[0] ?? 'application/json' };
};

/** Headers are of Latin characters. */
const encodable = (text: string): string => text.replaceAll(/[^\t\x20-\x7e]/g, '').trim();

/** Sends a request. @param method another than its operation's, where told */
export const send = async (
  url: string,
  draft: Draft,
  token?: string,
  method = draft.operation.method,
): Promise<Answered> => {
  const { body } = draft;
  const ended = new AbortController();
  const response = await fetch(url + addressOf(draft), {
    method,
    headers: { ...headersOf(draft), ...(token && { authorization: `Bearer ${token}` }) },
    body: body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body),
    signal: ended.signal,
  });
  const { status, headers } = response;
  const endless = /event-stream|ndjson/.test(headers.get('content-type') ?? '');
  const text = endless ? await beginningOf(response) : await response.text();
  if (endless) ended.abort();
  return { status, headers, text };
};

const beginningOf = async ({ body, headers }: Response): Promise<string> => {
  const decoder = new TextDecoder();
  const isStream = headers.get('content-type')?.startsWith('text/event-stream');
  let text = '';
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.length >= enough || (isStream && text.split('\n\n').length > enoughEvents)) break;
  }
  return text;
};
