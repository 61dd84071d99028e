import { join } from 'node:path';
import { demoData } from '../support/demo-data.ts';
import { root } from '../support/server.ts';
import { broker, type Program, program } from './programs.ts';

/** Services of a demo district as processes of their own around a broker. */
export interface Apart {
  /** Of all processes that run. */
  readonly pids: readonly number[];
  /** Starts a process as its operator would; ready once it has said so in its log, which tells its address. */
  start(script: string, environment?: Readonly<Record<string, string>>): Promise<Program>;
  stop(program: Program): Promise<void>;
  remove(): Promise<void>;
}

const ready = /"msg":"ready".*"url":"([^"]+)"|"url":"([^"]+)".*"msg":"ready"/;

export const apart = async (): Promise<Apart> => {
  const { data, remove } = await demoData();
  const nats = await broker();
  const running: Program[] = [nats];
  const stop = async (program: Program): Promise<void> => {
    running.splice(running.indexOf(program), 1);
    await program.stop();
  };
  return {
    get pids() {
      return running.map(({ pid }) => pid);
    },
    start: async (script, environment) => {
      const started = await program(process.execPath, [join(root, script)], ready, {
        PORT: '0',
        LOG_LEVEL: 'info',
        PANSHI_DATA: data,
        PANSHI_NATS: nats.told,
        PANSHI_PROVENANCE: 'demo',
        PANSHI_REQUESTS_PER_MINUTE: '10000000',
        ...environment,
      });
      running.unshift(started);
      return started;
    },
    stop,
    remove: async () => {
      for (const each of [...running]) await stop(each);
      remove();
    },
  };
};
