import { describe, expect, it } from '@jest/globals';
import { Writable } from 'node:stream';
import { renderProgress } from './progress.ts';

const screen = (isTTY: boolean) => {
  const written: string[] = [];
  const stream = new Writable({
    write(chunk, _, done) {
      written.push(String(chunk));
      done();
    },
  });
  return { written, stream: Object.assign(stream, { isTTY, columns: 120, cursorTo() {}, clearLine() {} }) };
};

describe('progress', () => {
  it('is a line at each tenth where nobody watches', () => {
    const { written, stream } = screen(false);
    const progress = renderProgress(stream as unknown as NodeJS.WriteStream);
    for (let done = 1; done <= 40; done++) progress.show({ phase: 'history', done, total: 40 });
    progress.stop();
    expect(written).toHaveLength(11);
    expect(written.at(0)).toMatch(/历史 0%\n$/);
    expect(written.at(-1)).toMatch(/历史 100%\n$/);
  });

  it('is a bar with rate and time left on a terminal, one for each phase', () => {
    const { written, stream } = screen(true);
    const progress = renderProgress(stream as unknown as NodeJS.WriteStream);
    progress.show({ phase: 'district', done: 1, total: 2 });
    progress.show({ phase: 'history', done: 1, total: 4 });
    progress.stop();
    const text = written.join('');
    expect(text).toContain('示范区建档');
    expect(text).toContain('50%');
    expect(text).toContain('两年历史');
    expect(text).toMatch(/25%.*1\/4.*\/s.*left/s);
  });
});
