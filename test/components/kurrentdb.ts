import { spawnSync } from 'node:child_process';
import { until } from '../support/until.ts';

const image = 'kurrentplatform/kurrentdb:25.1';
const given = process.env.KURRENTDB_URL;
const docker = given === undefined && spawnSync('docker', ['info']).status === 0;

/** Why there is none; undefined where there is one. KurrentDB is not among what CI must have. */
export const kurrentMissing =
  given !== undefined || docker ? undefined : 'KURRENTDB_URL is not set, and no Docker engine answers';

/** A KurrentDB server: the one at KURRENTDB_URL, else one in Docker on a free port of the loopback, gone after the test. */
export interface KurrentServer {
  readonly url: string;
  stop(): void;
}

/** @throws {Error} with what Docker says, or when the server in it does not get ready within a minute */
export const startKurrent = async (): Promise<KurrentServer> => {
  if (given !== undefined) return { url: given, stop: () => undefined };
  const options = ['--insecure', '--mem-db', '--run-projections=None'];
  const container = run('run', '--rm', '--detach', '--publish', '127.0.0.1::2113', image, ...options);
  const stop = (): void => void run('kill', container);
  try {
    const address = run('port', container, '2113').split('\n')[0]!;
    await until(
      () => fetch(`http://${address}/health/live`).catch(() => undefined),
      (answer) => answer?.ok === true,
      60,
    );
    return { url: `kurrentdb://${address}?tls=false`, stop };
  } catch (error) {
    stop();
    throw error;
  }
};

const run = (...args: readonly string[]): string => {
  const { status, stdout, stderr } = spawnSync('docker', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`docker ${args[0]} failed: ${stderr.trim()}`);
  return stdout.trim();
};
