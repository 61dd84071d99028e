import { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { sseFrame } from './sse-frame.ts';
import { SseWriter } from './sse-writer.ts';

const never = new AbortController().signal;

/** A client that takes what it is sent only when told to. */
const reader = () => {
  const taken: string[] = [];
  let next: (() => void) | undefined;
  const out = new Writable({
    highWaterMark: 1,
    write: (chunk: Buffer, _encoding, done) => {
      taken.push(chunk.toString());
      next = done;
    },
  });
  return { out, taken, read: () => next?.() };
};

describe('server-sent events', () => {
  it('are written as the standard says, with the id to resume from', () => {
    const frame = sseFrame({ id: '7', event: 'appended', data: { stream: 'case-1' } });
    expect(frame.toString()).toBe('id: 7\nevent: appended\ndata: {"stream":"case-1"}\n\n');
    expect(sseFrame({ id: '8' }).toString()).toBe('id: 8\n\n');
  });

  it('wait for the client to read', async () => {
    const { out, taken, read } = reader();
    const sent = new SseWriter(out).send('a', never);
    expect(out.writableNeedDrain).toBe(true);
    read();
    await sent;
    expect(taken).toEqual(['a']);
  });

  it('are not kept for one that does not', async () => {
    const { out, taken } = reader();
    await expect(new SseWriter(out, 1).send('a', never)).rejects.toMatchObject({ name: 'SlowReader' });
    expect(taken).toEqual(['a']);
  });

  it('end with the client, or with the server, whether it reads or not', async () => {
    const one = reader().out;
    const sent = new SseWriter(one, 60_000).send('a', never);
    one.destroy();
    await sent;
    const closing = new AbortController();
    const other = new SseWriter(reader().out, 60_000).send('a', closing.signal);
    closing.abort();
    await other;
  });
});
