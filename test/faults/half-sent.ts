import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';

export interface HalfSentAnswer {
  readonly status: number;
  /** The header Retry-After. */
  readonly after: string | undefined;
  readonly body: string;
}

/** Posts the first half of a body, and the other when `rest` is fulfilled; or is answered before. */
export const halfSent = async (
  url: string,
  headers: Readonly<Record<string, string>>,
  body: object,
  rest: Promise<void>,
): Promise<HalfSentAnswer> => {
  const bytes = Buffer.from(JSON.stringify(body));
  const half = bytes.length >> 1;
  const sent = request(url, {
    method: 'POST',
    agent: false,
    headers: { ...headers, 'content-type': 'application/json', 'content-length': bytes.length },
  });
  const answered = once(sent, 'response') as Promise<[IncomingMessage]>;
  sent.write(bytes.subarray(0, half));
  await Promise.race([rest, answered]);
  if (!sent.destroyed) sent.end(bytes.subarray(half));
  const [response] = await answered;
  return {
    status: response.statusCode!,
    after: response.headers['retry-after'],
    body: await text(response),
  };
};
