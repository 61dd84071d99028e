import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { LogWriter } from './log-writer.ts';
import type { FromWriter, ToWriter, WriteOutcome, WriteRequest, WriterOptions } from './protocol.ts';

const port = parentPort!;
const writer = new LogWriter(workerData as WriterOptions);
const queue: ToWriter[] = [];
const maxGroup = 2000;

const take = (): ToWriter | undefined => queue.shift() ?? (receiveMessageOnPort(port)?.message as ToWriter | undefined);

const reply = (id: number, outcomes: readonly WriteOutcome[]): void =>
  port.postMessage({ id, outcomes } satisfies FromWriter);

/** Commits the requests of a message and of those that wait behind it, up to the first message of another kind. */
const commitGroup = (first: Extract<ToWriter, { requests: unknown }>): void => {
  const members = [first];
  const outcomes = writer.commit(first.requests, () => {
    const more: WriteRequest[] = [];
    for (let next = take(); next !== undefined; next = take()) {
      if (!('requests' in next) || more.length > maxGroup) {
        queue.unshift(next);
        break;
      }
      members.push(next);
      more.push(...next.requests);
    }
    return more;
  });
  let at = 0;
  for (const { id, requests } of members) reply(id, outcomes.slice(at, (at += requests.length)));
  writer.tidy();
};

const load = ({ id, load: step }: Extract<ToWriter, { load: unknown }>): void => {
  if (step === 'begin') reply(id, [writer.beginLoad()]);
  else if (step === 'commit' || step === 'rollback') reply(id, [writer.endLoad(step === 'commit')]);
  else reply(id, [writer.takeLoad(step)]);
};

// What comes while an import holds the transaction.
const deferred: ToWriter[] = [];

const handle = (message: ToWriter): void => {
  const waits = !('load' in message) || message.load === 'begin';
  if (writer.loading && waits) deferred.push(message);
  else if ('load' in message) load(message);
  else if ('requests' in message) commitGroup(message);
  else {
    writer.close();
    port.close();
  }
  if (!writer.loading) queue.unshift(...deferred.splice(0));
};

port.on('message', (message: ToWriter) => {
  queue.push(message);
  for (let next = queue.shift(); next !== undefined; next = take()) handle(next);
});

port.postMessage({ ready: true } satisfies FromWriter);
