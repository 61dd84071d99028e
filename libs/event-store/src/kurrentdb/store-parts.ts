import { KeyedTurns, pLimit } from '@panshi/async';
import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { Answers } from './answers.ts';
import { EventWriter } from './event-writer.ts';
import { KnownStreams } from './known-streams.ts';
import { LogClock } from './log-clock.ts';
import { namesOf } from './names.ts';
import type { KurrentEventStoreOptions } from './open.ts';
import { LogReader } from './reader.ts';
import { Pages } from './pages.ts';
import { ServerStreams } from './server-streams.ts';
import { TimeMarks } from './time-marks.ts';
import { KnownLogEnd } from './known-log-end.ts';

const mostInFlight = 100;
const longestAttemptMs = 5_000;

/**
 * What the store is put together from; each takes of it what it works with.
 * @throws {RangeError} when the log's name is none @throws {Error} when the URL is none
 */
export const storeParts = ({ url, clock: time, log, patienceMs }: Required<KurrentEventStoreOptions>) => {
  const names = namesOf(log);
  const client = KurrentDBClient.connectionString(url);
  const pages = new Pages(url);
  const streams = new ServerStreams(client, new Answers(Math.min(longestAttemptMs, patienceMs / 2)), pages);
  const clock = new LogClock(time);
  const reader = new LogReader(pages, names, clock);
  return {
    /** Follows, and is ended with the store. */
    client,
    streams,
    names,
    clock,
    reader,
    writer: new EventWriter(streams, names, pLimit(mostInFlight)),
    /** Appends to one stream wait for each other. */
    turns: new KeyedTurns(),
    known: new KnownStreams(),
    marks: new TimeMarks(streams, names),
    logEnd: new KnownLogEnd(() => reader.head()),
    /** How long a write is tried again, in milliseconds. */
    patienceMs,
  };
};

export type StoreParts = ReturnType<typeof storeParts>;
