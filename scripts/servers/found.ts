import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Why a program is not to be had. */
export interface Missing {
  readonly missing: string;
}

export type Found = { readonly path: string } | Missing;

const folder = resolve(import.meta.dirname, '../../.cache/components');

const runs = (command: string, argument: string): boolean => spawnSync(command, [argument]).status === 0;

/**
 * A program of the PATH, or of the `sbin` beside a `bin` of it, where distributions put servers; undefined where there
 * is none.
 */
export const onPath = (name: string): string | undefined => {
  const bins = (process.env.PATH ?? '').split(delimiter).filter((each) => each.endsWith('/bin'));
  return [name, ...bins.map((bin) => join(bin, '../sbin', name))].find((each) => runs(each, '--version'));
};

/** One command of a build, and what it adds to the environment. */
export type Step = readonly [command: string, args: readonly string[], environment: Readonly<Record<string, string>>];

export interface Build {
  /** What the program is called. */
  readonly title: string;
  /** The file's name in the cache: it changes with what it is built from. */
  readonly name: string;
  /** The file that the steps make, in the folder they are given. */
  readonly output: string;
  readonly steps: (draft: string) => readonly Step[];
}

/** A program of the cache, built with Go where it is not there yet: one process builds while the others wait. */
export const builtOnce = (program: Build): Found => {
  const path = join(folder, program.name);
  if (existsSync(path)) return { path };
  if (!runs('go', 'version')) return { missing: `there is no ${program.title} on the PATH, and no Go to build one` };
  mkdirSync(folder, { recursive: true });
  // A lock that ends with its process.
  const turn = new DatabaseSync(join(folder, 'building.db'), { timeout: 900_000 });
  try {
    turn.exec('BEGIN EXCLUSIVE');
    return existsSync(path) ? { path } : build(program, path);
  } finally {
    turn.close();
  }
};

const build = ({ title, output, steps }: Build, path: string): Found => {
  process.stderr.write(`Building a ${title}, once: it takes minutes …\n`);
  const draft = mkdtempSync(join(folder, 'build-'));
  try {
    for (const [command, args, environment] of steps(draft)) {
      const env = { ...process.env, ...environment };
      const { status, stderr } = spawnSync(command, args, { cwd: draft, env, encoding: 'utf8' });
      if (status !== 0) return { missing: `a ${title} could not be built: ${stderr?.trim().split('\n').at(-1)}` };
    }
    renameSync(join(draft, output), path);
    return { path };
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
};
