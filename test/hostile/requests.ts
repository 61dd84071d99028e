import { Agent, request } from 'node:http';

export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
  /** Address on this machine that it comes from. */
  readonly from?: string;
}

export interface Answered {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  /** The server had no time for it, and says when to come again. */
  readonly later?: boolean;
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** What is answered; 0 where the server hung up, as it may on a body that it does not read to its end. */
export const answerTo = ({ method, url, headers = {}, body, from }: Sent): Promise<Answered> =>
  new Promise((resolve) => {
    const none = (): void => resolve({ status: 0, type: '', body: '' });
    const length = body ? { 'content-type': 'application/json', 'content-length': String(body.length) } : {};
    const sent = request(url, { method, agent, localAddress: from, headers: { ...length, ...headers } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', none);
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          type: answer.headers['content-type'] ?? '',
          body: Buffer.concat(chunks).toString(),
          later: (answer.statusCode ?? 0) > 500 && 'retry-after' in answer.headers,
        }),
      );
    });
    sent.on('error', none).end(body);
  });

/**
 * Through separate processes a search takes some tenths of a second of MongoDB's: sixteen would wait past their deadline. Where
 * each is measured, it is alone.
 */
const usualAtOnce = process.env.PANSHI_HOSTILE === 'all' ? 1 : 16;
const atOnce = process.env.PANSHI_TOPOLOGY === 'processes' ? 2 : usualAtOnce;

/** Works through a list, so many at once. */
export const workThrough = async <T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> => {
  const left = items.values();
  const worker = async (): Promise<void> => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
};

/** What is wrong with an answer to something hostile; undefined where nothing is. */
export const wrongIn = ({ status, type, body }: Answered): string | undefined => {
  if (status >= 500) return `${status} ${body.slice(0, 300)}`;
  if (status < 400) return undefined;
  if (!type.startsWith('application/problem+json')) return `${status} as ${type}`;
  return Buffer.byteLength(body) > 8192 ? `${status} in ${Buffer.byteLength(body)} bytes` : undefined;
};
