import { describe, expect, it } from '@jest/globals';
import { ProgressLine } from './progress-line.ts';

const screen = (isTTY: boolean) => {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text) > 0 };
};

describe('how far a work has come', () => {
  it('is one line on a terminal, which other words take the place of', () => {
    const terminal = screen(true);
    const line = new ProgressLine(terminal);
    line.show('1 of 3');
    line.show('3 of 3', true);
    line.clear();
    line.clear();
    expect(terminal.written.join('')).toMatch(/^\r\S*1 of 3\S*\r\S*3 of 3\S*\r\S*$/);
  });

  it('leaves its line on a terminal where it ends', () => {
    const terminal = screen(true);
    const line = new ProgressLine(terminal);
    line.show('3 of 3');
    line.end();
    line.end();
    expect(terminal.written.slice(1)).toEqual(['\n']);
  });

  it('is a line now and then elsewhere', () => {
    const file = screen(false);
    const line = new ProgressLine(file, 60_000);
    line.show('1 of 3');
    line.show('2 of 3');
    line.show('3 of 3', true);
    line.clear();
    line.end();
    expect(file.written).toEqual(['1 of 3\n', '3 of 3\n']);
  });

  it('is not told elsewhere where nobody asked for that', () => {
    const file = screen(false);
    new ProgressLine(file).show('1 of 3');
    expect(file.written).toEqual([]);
  });
});
