/** A server-sent event as a client reads it. */
export interface Heard {
  readonly id: string;
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Following {
  /** The next event of this name that will do; what comes before it is passed over. @throws {Error} where the stream ends */
  next(event: string, will?: (heard: Heard) => boolean): Promise<Heard>;
  close(): void;
  /** Resolves when the server has ended it. */
  readonly ended: Promise<void>;
}

/** Follows `/api/v1/live` by a fetch stream, from where the client was last. */
export const follow = async (url: string, token: string | undefined, lastEventId = ''): Promise<Following> => {
  const abort = new AbortController();
  const response = await fetch(`${url}/api/v1/live`, {
    headers: { authorization: `Bearer ${token}`, 'last-event-id': lastEventId },
    signal: abort.signal,
  });
  if (!response.ok) throw new Error(`live was answered ${response.status}: ${await response.text()}`);
  // Locked at once: of a response that nobody holds any more, an unlocked body is cancelled when memory is collected.
  const events = parsed(response.body!.values());
  return {
    next: async (name, will = () => true) => {
      for (;;) {
        const { value, done } = await events.next();
        if (done) throw new Error(`the stream ended before ${name}`);
        if (value.event === name && will(value)) return value;
      }
    },
    close: () => abort.abort(),
    get ended() {
      return (async () => {
        while (!(await events.next()).done);
      })();
    },
  };
};

async function* parsed(body: AsyncIterable<Uint8Array>): AsyncGenerator<Heard, void> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop()!;
    for (const block of blocks) {
      const field = (name: string): string => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
      if (field('event'))
        yield { id: field('id'), event: field('event'), data: JSON.parse(field('data')) as Heard['data'] };
    }
  }
}
