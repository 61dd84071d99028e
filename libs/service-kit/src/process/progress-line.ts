/** A terminal, where a person follows a long work, or a file that is told of it. */
export type Screen = Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;

/** How often the line is renewed on a terminal at most, in milliseconds. */
const terminalMs = 100;

const emptyLine = '\r\u001B[K';
const unwrapped = (text: string): string => `\u001B[?7l${text}\u001B[?7h`;

/** How far a long work has come: one line that is renewed in place on a terminal, a line now and then elsewhere. */
export class ProgressLine {
  readonly #screen: Screen;
  readonly #everyMs: number | undefined;
  #shownAt = -Infinity;
  #stands = false;

  /** @param plainMs how far apart lines are where it is no terminal; none unless told */
  constructor(screen: Screen, plainMs?: number) {
    this.#screen = screen;
    this.#everyMs = screen.isTTY ? terminalMs : plainMs;
  }

  /** @param force shows it however short the time since the last */
  show(text: string, force = false): void {
    const now = performance.now();
    if (!force && (this.#everyMs === undefined || now - this.#shownAt < this.#everyMs)) return;
    this.#shownAt = now;
    this.#stands = this.#screen.isTTY;
    this.#screen.write(this.#stands ? `${emptyLine}${unwrapped(text)}` : `${text}\n`);
  }

  /** Makes room for other words. */
  clear(): void {
    if (this.#stands) this.#screen.write(emptyLine);
    this.#stands = false;
  }

  /** Leaves the line as it stands; the next one is another. */
  end(): void {
    if (this.#stands) this.#screen.write('\n');
    this.#stands = false;
  }
}
