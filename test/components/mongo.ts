import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '../../scripts/servers/free-port.ts';
import { findMongo, mongoProcess } from '../../scripts/servers/mongo.ts';

/** A server of MongoDB's wire protocol of a test's own, on a free port of the loopback. */
export interface MongoServer {
  /** `mongod`, or `ferretdb`, which stands in for it. */
  readonly kind: 'mongod' | 'ferretdb';
  /** `mongodb://127.0.0.1:PORT/NAME` of an empty database, another with each call. */
  database(): string;
  /** Kills it as a crash does. */
  kill(): Promise<void>;
  /** Starts it again on the same port, with what it held. */
  start(): Promise<void>;
  /** Ends it and removes its files. */
  stop(): Promise<void>;
}

/** The server to be had here, or why there is none. */
export const found = findMongo();

/** Which server there is, if any. */
export const mongoKind = 'kind' in found ? found.kind : undefined;

let databases = 0;

/** @throws {Error} where there is none, or with what it printed when it does not start */
export const mongoServer = async (): Promise<MongoServer> => {
  if ('missing' in found) throw new Error(found.missing);
  const { kind, path } = found;
  const data = mkdtempSync(join(tmpdir(), 'panshi-mongo-'));
  const port = await freePort();
  let child: ChildProcess;
  const endWithUs = (): boolean => child.kill('SIGKILL');
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    process.off('exit', endWithUs);
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  const start = async (): Promise<void> => {
    const { arguments: given, ready } = mongoProcess(kind, port, data);
    child = spawn(path, given, { stdio: ['ignore', 'pipe', 'inherit'] });
    process.once('exit', endWithUs);
    await printed(child, ready);
  };
  await start();
  return {
    kind,
    database: () => `mongodb://127.0.0.1:${port}/panshi-${process.pid}-${++databases}`,
    kill: () => end('SIGKILL'),
    start,
    stop: async () => {
      await end('SIGTERM');
      rmSync(data, { recursive: true, force: true });
    },
  };
};

const printed = (child: ChildProcess, line: RegExp): Promise<void> =>
  new Promise((resolve, reject) => {
    let all = '';
    createInterface({ input: child.stdout! }).on('line', (each) => {
      all += `${each}\n`;
      if (line.test(each)) resolve();
    });
    child.once('exit', (code) => reject(new Error(`the server ended (${code}):\n${all}`)));
  });
