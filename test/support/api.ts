/** An answer of the gateway: status, headers and the parsed body. */
export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

export interface Call {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What an account does through the gateway. */
export interface Api {
  get<T = Record<string, unknown>>(path: string, headers?: Call['headers']): Promise<Answer<T>>;
  post<T = Record<string, unknown>>(path: string, body?: unknown, headers?: Call['headers']): Promise<Answer<T>>;
  put<T = Record<string, unknown>>(path: string, body?: unknown, headers?: Call['headers']): Promise<Answer<T>>;
  readonly token: string | undefined;
}

export const api = (url: string, token?: string): Api => {
  const call = async <T>(method: string, path: string, { body, headers }: Call): Promise<Answer<T>> => {
    const raw = typeof body === 'string' || body instanceof Uint8Array;
    const response = await fetch(
      `${url}${path.startsWith('/health') || path.startsWith('/docs') ? '' : '/api/v1'}${path}`,
      {
        method,
        headers: {
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(token && { authorization: `Bearer ${token}` }),
          ...headers,
        },
        body: body === undefined ? undefined : raw ? (body as string) : JSON.stringify(body),
      },
    );
    const text = await response.text();
    const json =
      response.headers.get('content-type')?.includes('json') &&
      !response.headers.get('content-type')?.includes('ndjson');
    return { status: response.status, headers: response.headers, body: (json ? JSON.parse(text) : text) as T };
  };
  return {
    token,
    get: (path, headers) => call('GET', path, { headers }),
    post: (path, body, headers) => call('POST', path, { body: body ?? {}, headers }),
    put: (path, body, headers) => call('PUT', path, { body: body ?? {}, headers }),
  };
};

/** Signs in and answers what the account may do from then on. */
export const signIn = async (url: string, username: string, password = 'demo-panshi'): Promise<Api> => {
  const { status, body } = await api(url).post<{ token: string }>('/session', { username, password });
  if (status !== 200) throw new Error(`${username} could not sign in: ${status} ${JSON.stringify(body)}`);
  return api(url, body.token);
};
