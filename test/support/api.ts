import { NotNow } from './not-now.ts';
import { until } from './until.ts';

/** An answer of the gateway: status, headers and the parsed body. */
export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

/** What a command answers: where it stands in the log. */
export interface Receipt {
  readonly commandId: string;
  readonly stream: string;
  readonly version: number;
  readonly position: string;
  readonly events: number;
  readonly id?: string;
}

type Headings = Readonly<Record<string, string>>;

/** What an account does through the gateway. Paths are below `/api/v1`, but those of health and documentation. */
export interface Api {
  readonly token: string | undefined;
  get<T = Record<string, unknown>>(path: string, headers?: Headings): Promise<Answer<T>>;
  post<T = Record<string, unknown>>(path: string, body?: unknown, headers?: Headings): Promise<Answer<T>>;
  put<T = Record<string, unknown>>(path: string, body?: unknown, headers?: Headings): Promise<Answer<T>>;
  /** Issues a command that must be taken. @throws {Error} with the answer, where it is not */
  command(path: string, body?: unknown, headers?: Headings): Promise<Receipt>;
  /** Asks what must be answered, again where the server says so. @throws {Error} with the answer, where it is not */
  ask<T = Record<string, unknown>>(path: string, headers?: Headings): Promise<T>;
}

const isJson = (type: string | null): boolean => !!type?.includes('json') && !type.includes('ndjson');

const demanded = <T>(path: string, { status, headers, body }: Answer<T>): T => {
  if (status < 300) return body;
  const told = `${path} was answered ${status}: ${JSON.stringify(body)}`;
  throw status > 500 && headers.has('retry-after') ? new NotNow(told) : new Error(told);
};

/** @param url of the server, or where it is at the moment */
export const api = (url: string | (() => string), token?: string): Api => {
  const address = (path: string): string =>
    `${typeof url === 'string' ? url : url()}${/^\/(health|docs)/.test(path) ? '' : '/api/v1'}${path}`;
  const call = async <T>(method: string, path: string, body: unknown, headers?: Headings): Promise<Answer<T>> => {
    const raw = typeof body === 'string' || body instanceof Uint8Array;
    const response = await fetch(address(path), {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      body: body === undefined ? undefined : raw ? (body as string) : JSON.stringify(body),
    });
    const text = await response.text();
    const parsed = isJson(response.headers.get('content-type')) ? (JSON.parse(text) as T) : (text as T);
    return { status: response.status, headers: response.headers, body: parsed };
  };
  return {
    token,
    get: (path, headers) => call('GET', path, undefined, headers),
    post: (path, body = {}, headers) => call('POST', path, body, headers),
    put: (path, body = {}, headers) => call('PUT', path, body, headers),
    command: async (path, body = {}, headers) => demanded(path, await call<Receipt>('POST', path, body, headers)),
    ask: <T>(path: string, headers?: Headings) =>
      until(
        async () => demanded(path, await call<T>('GET', path, undefined, headers)),
        () => true,
      ),
  };
};

/** Signs in and answers what the account may do from then on. */
export const signIn = async (
  url: string | (() => string),
  username: string,
  password = 'demo-panshi',
): Promise<Api> => {
  const { token } = (await api(url).command('/session', { username, password })) as unknown as { token: string };
  return api(url, token);
};
