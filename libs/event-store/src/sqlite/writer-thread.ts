import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { ThreadAnswer, ThreadCall } from '@panshi/database/sqlite';
import { connectWriter } from './connect.ts';
import { LogWriter } from './log-writer.ts';
import { MarkWriter } from './mark.ts';
import type { LogThread, WriteRequest, WriterOptions } from './protocol.ts';

type Message = ThreadCall<LogThread>;

const port = parentPort!;
const { path, lockTimeoutMs, maxPages } = workerData as WriterOptions;
const db = connectWriter(path, lockTimeoutMs);
if (maxPages !== undefined) db.exec(`PRAGMA max_page_count = ${maxPages}`);
const writer = new LogWriter(db, lockTimeoutMs, new MarkWriter(path));
const queue: Message[] = [];
const maxGroup = 2000;

const take = (): Message | undefined => queue.shift() ?? (receiveMessageOnPort(port)?.message as Message | undefined);

const reply = (id: number, answer: unknown): void => port.postMessage({ id, answer } satisfies ThreadAnswer);

/** Commits the requests of a message and of those that wait behind it, up to the first message of another kind. */
const commitGroup = (first: Extract<Message, { method: 'commit' }>): void => {
  const members = [first];
  const outcomes = writer.commit(first.args[0], () => {
    const more: WriteRequest[] = [];
    for (let next = take(); next !== undefined; next = take()) {
      if (next.method !== 'commit' || more.length > maxGroup) {
        queue.unshift(next);
        break;
      }
      members.push(next);
      more.push(...next.args[0]);
    }
    return more;
  });
  let at = 0;
  for (const { id, args } of members) reply(id, outcomes.slice(at, (at += args[0].length)));
  writer.tidy();
};

// What comes while an import holds the transaction.
const deferred: Message[] = [];

const handle = (message: Message): void => {
  const waits = message.method !== 'load' || message.args[0] === 'begin';
  if (writer.loading && waits) deferred.push(message);
  else if (message.method === 'load') reply(message.id, writer.load(...message.args));
  else if (message.method === 'commit') commitGroup(message);
  else {
    writer.close();
    port.close();
  }
  if (!writer.loading) queue.unshift(...deferred.splice(0));
};

port.on('message', (message: Message) => {
  queue.push(message);
  for (let next = queue.shift(); next !== undefined; next = take()) handle(next);
});

port.postMessage('ready');
