import { Writable } from 'node:stream';

/** A server-sent event as a reader took it. */
export interface Taken {
  readonly id: string;
  readonly event: string | undefined;
  readonly data: { readonly position: string; readonly stream?: string };
}

/** The far end of a stream: it takes what it is sent, one write at a time, unless it stalls. */
export class LiveReader {
  readonly taken: Taken[] = [];
  readonly out: Writable;
  #stalled = false;
  #read: (() => void) | undefined;

  constructor() {
    this.out = new Writable({
      highWaterMark: 1,
      write: (chunk: Buffer, _encoding, done) => {
        this.taken.push(...parsed(chunk.toString()));
        this.#read = done;
        if (!this.#stalled) setImmediate(() => this.#goOn());
      },
    });
  }

  /** Of what happened: positions, in the order taken. */
  get heard(): readonly string[] {
    return this.taken.filter(({ event }) => event === 'appended').map(({ data }) => data.position);
  }

  stall(stalled: boolean): void {
    this.#stalled = stalled;
    if (!stalled) this.#goOn();
  }

  #goOn(): void {
    const read = this.#read;
    this.#read = undefined;
    read?.();
  }
}

const parsed = (text: string): readonly Taken[] =>
  text
    .split('\n\n')
    .filter((block) => block !== '')
    .map((block) => {
      const field = (name: string): string | undefined => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
      return { id: field('id')!, event: field('event'), data: JSON.parse(field('data') ?? '{}') as Taken['data'] };
    });
