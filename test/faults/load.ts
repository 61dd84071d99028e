import type { Receipt } from '../support/api.ts';
import type { Office } from '../support/small-district.ts';
import { until } from '../support/until.ts';
import type { Deed } from './client.ts';
import { Sessions } from './sessions.ts';
import { SteadyClient } from './steady-client.ts';

const clientCount = 6;

/** Clients that act all the time, and everything they were told. */
export interface Load {
  /** Commands acknowledged so far. */
  readonly acknowledged: () => number;
  /** Resolves once so many more were, of all kinds: which takes cases that reactors open. @throws {Error} after so many seconds */
  readonly more: (commands: number, seconds: number) => Promise<unknown>;
  /** Of the last event of the commands acknowledged so far. */
  readonly position: () => string;
  /** How often a command was refused since {@link forget}, by code. */
  readonly refusals: () => Readonly<Record<string, number>>;
  readonly forget: () => void;
  /** A token that is good now. */
  readonly token: (office: Office) => Promise<string>;
  /** What must not happen, and did. */
  readonly surprises: () => readonly string[];
  /** Finishes what is open; everything that was commanded. */
  stop(): Promise<readonly Deed[]>;
}

/** @param shared path of a command that all clients issue, each with a body of its own */
export const startLoad = (url: string, shared: string, random: () => number): Load => {
  const enough = new AbortController();
  const sessions = new Sessions(url);
  const clients = Array.from({ length: clientCount }, (_, i) => new SteadyClient(`c${i}`, shared, sessions, random));
  const ended = Promise.all(clients.map((client) => client.live(enough.signal)));
  ended.catch(() => undefined);
  const receipts = (): readonly Receipt[] =>
    clients.flatMap(({ deeds }) => deeds).flatMap(({ receipt }) => (receipt ? [receipt] : []));
  const acknowledged = (): number => receipts().length;
  return {
    acknowledged,
    more: (commands, seconds) => {
      const enough = acknowledged() + commands;
      return until(
        async () => acknowledged(),
        (count) => count >= enough,
        seconds,
      );
    },
    position: () => receipts().reduce((last, { position }) => (position > last ? position : last), ''),
    refusals: () => {
      const all: Record<string, number> = {};
      for (const [code, times] of clients.flatMap(({ refusals }) => [...refusals]))
        all[code] = (all[code] ?? 0) + times;
      return all;
    },
    forget: () => clients.forEach(({ refusals }) => refusals.clear()),
    token: (office) => sessions.token(office),
    surprises: () => clients.flatMap(({ surprises }) => surprises),
    stop: async () => {
      enough.abort();
      await ended;
      return clients.flatMap(({ deeds }) => deeds);
    },
  };
};
