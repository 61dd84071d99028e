import { Inject, Injectable } from '@nestjs/common';
import { pLimit } from '@panshi/async';
import type { Keys } from '@panshi/privacy';
import { KEYS, unavailable } from '@panshi/service-kit';
import { WindowStorage } from '../limits/window-storage.ts';
import { problem } from '../problem/refused.ts';
import type { SignIn } from '../request/sign-in.ts';

/** Hashes worked out at once: each takes 19 MiB and some 30 ms of a core and a thread that all else needs too. */
const atOnce = 1;
/** How many wait for theirs, a second or so the last of them; more would only wait longer than anybody does. */
const mostWaiting = 32;
/** Tries of one name from one address. */
const triesAMinute = 10;

/** Checks passwords, few at once, and of one name from one address few in a minute. */
@Injectable()
export class PasswordCheck {
  private readonly turns = pLimit(atOnce);
  private readonly tries = new WindowStorage();

  constructor(@Inject(KEYS) private readonly keys: Keys) {}

  /** @throws {ProblemError} 429 after too many tries, {Unavailable} where too many others wait */
  async isRight({ username, password }: SignIn, address: string): Promise<boolean> {
    const key = `${address} ${username}`;
    const { isBlocked, timeToBlockExpire: seconds } = await this.tries.increment(key, 60_000, triesAMinute);
    if (isBlocked) throw problem('request.too-many', { seconds }, { retryAfterSeconds: seconds });
    if (this.turns.pendingCount >= mostWaiting) throw unavailable('overloaded');
    return this.turns(() => this.keys.credentials.verify(username, password));
  }
}
