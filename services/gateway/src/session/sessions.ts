import { Injectable } from '@nestjs/common';
import { problem } from '../problem/refused.ts';
import type { Session } from '../request/request-context.ts';
import { Accounts } from './accounts.ts';
import { EndedSessions } from './ended-sessions.ts';
import { Tokens } from './token.ts';

/** Judges, for each request, whether its session is good and what it may do now. A token says only whose session it is. */
@Injectable()
export class Sessions {
  constructor(
    private readonly tokens: Tokens,
    private readonly accounts: Accounts,
    private readonly ended: EndedSessions,
  ) {}

  /** @throws {ProblemError} 401 where the token has run out, or its session was signed out of, or its account is closed */
  async of(token: string): Promise<Session> {
    const { sub, ...claims } = this.tokens.verify(token, new Date());
    const principal = this.ended.has(claims.id) ? undefined : await this.accounts.find(sub);
    if (!principal) throw problem('session.expired');
    return { ...claims, principal };
  }

  /** A signal that is aborted once the session has ended, or what it may do has changed; and what lets go of it. */
  watch({ id, principal }: Session): { readonly signal: AbortSignal; readonly leave: () => void } {
    const { account } = principal.actor;
    const over = new AbortController();
    const look = (): void => {
      if (this.ended.has(id) || this.accounts.now(account) !== principal) over.abort();
    };
    const leaving = [this.accounts.changes.watch(account, look), this.ended.changes.watch(id, look)];
    // What happened since the request was judged, nobody would tell again.
    look();
    return { signal: over.signal, leave: () => leaving.forEach((leave) => leave()) };
  }
}
