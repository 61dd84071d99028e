/** One process that is kept running: started again, with growing pauses, whenever it ends by itself. */
import { setTimeout as delay } from 'node:timers/promises';

const firstPauseMs = 250;
const longestPauseMs = 10_000;
/** One that ran so long begins with a short pause again. */
const steadyMs = 30_000;
/** How long one may take to stop before it is killed. */
const graceMs = 20_000;

export class Supervised {
  #start;
  #child;
  #stopping = false;
  #pause = firstPauseMs;

  /**
   * @param start starts the process and returns it, with `ready`: a promise of its address
   * @param print says what happens to it
   */
  constructor(name, start, print) {
    this.name = name;
    this.state = 'starting';
    this.restarts = 0;
    this.url = '';
    this.#start = start;
    this.print = print;
  }

  get pid() {
    return this.#child?.pid;
  }

  /** Resolves once it is ready for the first time; rejects where it ends before. From then on it is kept running. */
  async up() {
    const { ended } = await this.#launch();
    void this.#keep(ended);
  }

  async stop(signal = 'SIGTERM') {
    this.#stopping = true;
    const child = this.#child;
    if (!isRunning(child)) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    const kill = setTimeout(() => child.kill('SIGKILL'), graceMs);
    await gone;
    clearTimeout(kill);
    this.state = 'stopped';
  }

  /** At once and without waiting: for the end of this process. */
  kill() {
    this.#stopping = true;
    if (isRunning(this.#child)) this.#child.kill('SIGKILL');
  }

  async #launch() {
    const { child, ready } = this.#start();
    this.#child = child;
    const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? `code ${code}`)));
    const tooSoon = ended.then((how) => {
      throw new Error(`${this.name} ended (${how}) before it was ready`);
    });
    // Its end after that is looked at by who keeps it.
    tooSoon.catch(() => {});
    this.url = await Promise.race([ready, tooSoon]);
    this.state = 'ready';
    return { ended };
  }

  async #keep(ended) {
    let since = performance.now();
    for (;;) {
      const how = await ended;
      if (this.#stopping) return;
      if (performance.now() - since > steadyMs) this.#pause = firstPauseMs;
      this.state = 'restarting';
      this.print(`ended (${how}); it is started again in ${this.#pause} ms`);
      await delay(this.#pause);
      this.#pause = Math.min(this.#pause * 2, longestPauseMs);
      if (this.#stopping) return;
      this.restarts += 1;
      since = performance.now();
      ended = await this.#launch().then(
        (launched) => {
          this.print(`is ready again at ${this.url} (process ${this.pid})`);
          return launched.ended;
        },
        (error) => Promise.resolve(error.message),
      );
    }
  }
}

const isRunning = (child) => child && child.exitCode === null && child.signalCode === null;
