import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { processes } from '../../scripts/workspace.ts';
import { root } from './workspace.ts';

/** What a program starts: a process by its name, and the port it listens on where nobody says another. */
const startedBy = (program: string) =>
  /\b(?:startService|serveAlone)\('(?<name>[\w-]+)',.*?\b(?<port>\d{4})\b/.exec(program)?.groups;

const twice = <T>(all: readonly T[]): readonly T[] => all.filter((each, i) => all.indexOf(each) !== i);

describe('each process', () => {
  const started = processes.map((name) => startedBy(readFileSync(join(root, 'services', name, 'src/main.ts'), 'utf8')));

  it('is named as its folder', () => expect(started.map((each) => each?.name)).toEqual(processes));

  it('has a port of its own', () => expect(twice(started.map((each) => each?.port))).toEqual([]));

  it('and two on one port would be seen', () => {
    const [one, other] = ["await startService('a', A, 3001);", "await serveAlone('b', 3001, {});"].map(startedBy);
    expect([one?.name, other?.name]).toEqual(['a', 'b']);
    expect(twice([one?.port, other?.port])).toEqual(['3001']);
  });
});
