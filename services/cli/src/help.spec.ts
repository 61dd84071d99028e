import { describe, expect, it } from '@jest/globals';
import type { Command } from 'commander';
import { importRegionsCommand } from './regions/import-regions-command.ts';
import { replayCommand } from './replay-command.ts';
import { viewsCommand } from './views/views-command.ts';

/** What a command prints on standard error and standard output before it ends. */
const printed = (command: Command, ...given: readonly string[]): string => {
  let text = '';
  const write = (more: string): void => void (text += more);
  // What is made of a command takes its settings over when it is made, and would end this process.
  for (const each of [command, ...command.commands])
    each.exitOverride().configureOutput({ writeErr: write, writeOut: write });
  expect(() => command.parse(given, { from: 'user' })).toThrow();
  return text;
};

describe('the help', () => {
  it.each([
    ['replay', replayCommand],
    ['views', viewsCommand],
    ['import-regions', importRegionsCommand],
  ])('of %s is named after an error, in one line', (name, command) => {
    const lines = printed(command(), '--nonsense').trimEnd().split('\n');
    expect(lines).toEqual([expect.stringMatching(/^error: /), `See panshi ${name} --help.`]);
  });

  it('of an import says which columns are required', () =>
    expect(printed(importRegionsCommand(), '--help')).toMatch(/regionCode and name are required/));
});
