import { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { sseFrame } from '../live/sse-frame.ts';
import { StreamWriter } from './stream-writer.ts';

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
    const sent = new StreamWriter(out).send('a', never);
    expect(out.writableNeedDrain).toBe(true);
    read();
    await sent;
    expect(taken).toEqual(['a']);
  });

  it('are not kept for one that does not', async () => {
    const { out, taken } = reader();
    await expect(new StreamWriter(out, 1).send('a', never)).rejects.toMatchObject({ name: 'SlowReader' });
    expect(taken).toEqual(['a']);
  });

  it('tell for how long their client has left them unread', async () => {
    let now = 1_000;
    const { out, read } = reader();
    const writer = new StreamWriter(out, 60_000, () => now);
    const sent = writer.send('a', never);
    now += 7_000;
    expect(writer.unreadMs).toBe(7_000);
    read();
    await sent;
    expect(writer.unreadMs).toBe(0);
  });

  it('end with the client, or with the server, whether it reads or not', async () => {
    const one = reader().out;
    const sent = new StreamWriter(one, 60_000).send('a', never);
    one.destroy();
    await sent;
    const closing = new AbortController();
    const other = new StreamWriter(reader().out, 60_000).send('a', closing.signal);
    closing.abort();
    await other;
  });
});
