import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import type { Clock } from '@panshi/async';
import type { Keys } from '@panshi/privacy';
import { CLOCK, KEYS, Lifecycle } from '@panshi/service-kit';
import { Changes } from './changes.ts';
import { tokenSeconds } from './token.ts';

/** How often a gateway looks for sessions that ended at another one, in milliseconds. */
const lookMs = 1000;
/** After so long every token of an ended session has run out, whatever clock issued it, in milliseconds. */
const rememberedMs = (tokenSeconds + 120) * 1000;

/**
 * Sessions that were signed out of, while tokens of theirs could be good: kept with the keys, known in memory. Another
 * gateway knows within a second.
 */
@Injectable()
export class EndedSessions implements OnModuleInit, OnApplicationBootstrap {
  /** Of sessions, by id. */
  readonly changes = new Changes();
  private readonly logger = new Logger(EndedSessions.name);
  private ended: ReadonlySet<string> = new Set();

  constructor(
    @Inject(KEYS) private readonly keys: Keys,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly lifecycle: Lifecycle,
  ) {}

  onModuleInit(): Promise<void> {
    return this.look();
  }

  onApplicationBootstrap(): void {
    this.lifecycle.run('views', 'ended sessions', async (signal) => {
      while (!signal.aborted) {
        await this.clock.sleep(lookMs, signal);
        await this.look().catch((error: unknown) => this.logger.warn({ msg: 'ended sessions are not known', error }));
      }
    });
  }

  has(session: string): boolean {
    return this.ended.has(session);
  }

  /** Ends a session, for this gateway and every other, after a restart too. @throws {KeysUnavailable} */
  async end(session: string): Promise<void> {
    const now = this.clock.now();
    await this.keys.endedSessions.put(session, instant(now + rememberedMs), instant(now));
    this.know(new Set([...this.ended, session]));
  }

  private async look(): Promise<void> {
    this.know(new Set(await this.keys.endedSessions.all(instant(this.clock.now()))));
  }

  private know(ended: ReadonlySet<string>): void {
    const before = this.ended;
    this.ended = ended;
    for (const session of ended) if (!before.has(session)) this.changes.tell(session);
  }
}

const instant = (ms: number): string => new Date(ms).toISOString();
