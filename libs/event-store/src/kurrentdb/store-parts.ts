import { KeyedTurns, pLimit } from '@panshi/async';
import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { Answers } from './answers.ts';
import { EventWriter } from './event-writer.ts';
import { KnownStreams } from './known-streams.ts';
import { LogClock } from './log-clock.ts';
import { type Names, namesOf } from './names.ts';
import type { KurrentEventStoreOptions } from './open.ts';
import { LogReader } from './reader.ts';
import { Pages } from './pages.ts';
import { TimeMarks } from './time-marks.ts';
import { KnownLogEnd } from './known-log-end.ts';

const mostInFlight = 100;
const longestAttemptMs = 5_000;

/** What the store is put together from; each takes of it what it works with. */
export interface StoreParts {
  /** Writes, and follows. */
  readonly client: KurrentDBClient;
  /** What the client's writes are awaited by. */
  readonly answers: Answers;
  readonly pages: Pages;
  readonly names: Names;
  readonly clock: LogClock;
  readonly reader: LogReader;
  readonly writer: EventWriter;
  /** Appends to one stream wait for each other. */
  readonly turns: KeyedTurns;
  readonly known: KnownStreams;
  readonly marks: TimeMarks;
  readonly logEnd: KnownLogEnd;
  /** How long a write is tried again, in milliseconds. */
  readonly patienceMs: number;
}

/** @throws {RangeError} when the log's name is none @throws {Error} when the URL is none */
export const storeParts = ({ url, clock: time, log, patienceMs }: Required<KurrentEventStoreOptions>): StoreParts => {
  const names = namesOf(log);
  const client = KurrentDBClient.connectionString(url);
  const answers = new Answers(Math.min(longestAttemptMs, patienceMs / 2));
  const pages = new Pages(url);
  const clock = new LogClock(time);
  const reader = new LogReader(pages, names, clock);
  return {
    client,
    answers,
    pages,
    names,
    clock,
    reader,
    writer: new EventWriter(client, answers, names, pLimit(mostInFlight)),
    turns: new KeyedTurns(),
    known: new KnownStreams(),
    marks: new TimeMarks({ client, answers, pages, names }),
    logEnd: new KnownLogEnd(() => reader.head()),
    patienceMs,
  };
};
