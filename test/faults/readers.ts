import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { once } from 'node:events';

/** What a reader heard until a position, in order, and how often it was cut off. */
export interface Heard {
  readonly told: readonly { readonly id: string; readonly stream: string }[];
  readonly cuts: number;
}

export interface ReadersOptions {
  readonly url: string;
  /** A stream is opened for each. */
  readonly tokens: readonly string[];
  /** The last position that they know. */
  readonly after: string;
  /** A command that runs them, as `ip netns exec NAME` does. */
  readonly within?: readonly string[];
}

/** Readers of the live stream, in a process of their own, that can be made to read nothing. */
export class Readers {
  readonly #child: ChildProcess;
  readonly #lines: Interface;

  private constructor(child: ChildProcess) {
    this.#child = child;
    this.#lines = createInterface({ input: child.stdout! });
  }

  /** Resolves when all are open. */
  static async open({ within = [], ...where }: ReadersOptions): Promise<Readers> {
    const [command = '', ...args] = [...within, process.execPath, join(import.meta.dirname, 'readers-process.ts')];
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    process.once('exit', () => child.kill('SIGKILL'));
    const readers = new Readers(child);
    await readers.#asked(JSON.stringify(where));
    return readers;
  }

  /** From now on they read nothing, and their connections stay open. */
  pause(): void {
    this.#child.kill('SIGSTOP');
  }

  resume(): void {
    this.#child.kill('SIGCONT');
  }

  /** What each heard until a position, once each has heard of it; that is their end. */
  async upTo(position: string): Promise<readonly Heard[]> {
    return JSON.parse(await this.#asked(position)) as readonly Heard[];
  }

  async #asked(line: string): Promise<string> {
    const ended = once(this.#child, 'close').then(([code]) => {
      throw new Error(`the readers ended (${code})`);
    });
    ended.catch(() => undefined);
    const answer = once(this.#lines, 'line') as Promise<[string]>;
    this.#child.stdin!.write(`${line}\n`);
    const [text] = await Promise.race([answer, ended]);
    return text;
  }
}
