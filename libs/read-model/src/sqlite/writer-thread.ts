import { isBusy, isDamage, isFull } from '@panshi/database/sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { connectWriter, type WriterOptions } from './connect.ts';
import type { FromWriter, ToWriter, WriterCalls } from './protocol.ts';
import { ViewWriter } from './view-writer.ts';

const port = parentPort!;
const send = (message: FromWriter): void => port.postMessage(message);

const options = workerData as WriterOptions;
const db = connectWriter(options);

if (typeof db === 'string') {
  send({ unusable: db });
  port.close();
} else {
  const writer: WriterCalls = new ViewWriter(db, options.lockTimeoutMs);
  port.on('message', ({ id, call: [method, ...args] }: ToWriter) => {
    try {
      const answer = (writer[method] as (...args: readonly unknown[]) => unknown).apply(writer, args);
      send({ id, answer });
    } catch (error) {
      const kind = isDamage(error) ? 'damage' : isBusy(error) ? 'busy' : isFull(error) ? 'full' : 'other';
      send({ id, error: error instanceof Error ? error.message : String(error), kind });
    }
    if (method === 'close') port.close();
  });
  send({ ready: true });
}
