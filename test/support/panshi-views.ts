import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './server.ts';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Running {
  /** What it says on standard error when it is interrupted. */
  readonly interruptAt?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs `panshi views` as a person does; interrupts it with Ctrl-C once it has said something. */
export const panshiViews = (
  data: string,
  options: readonly string[],
  { interruptAt, environment = {} }: Running = {},
): Promise<Ended> =>
  new Promise((resolve) => {
    const bin = join(root, 'services/cli/bin/panshi.mjs');
    const env = {
      ...process.env,
      NODE_OPTIONS: '',
      PANSHI_DATA: data,
      PANSHI_VIEWS: '',
      PANSHI_EVENTS: '',
      ...environment,
    };
    const child = spawn(process.execPath, [bin, 'views', ...options], { cwd: root, env });
    let [stdout, stderr, interrupted] = ['', '', false];
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
      if (interrupted || interruptAt === undefined || !stderr.includes(interruptAt)) return;
      // Once: a second Ctrl-C ends it at once.
      interrupted = true;
      child.kill('SIGINT');
    });
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
