import { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { SseWriter } from './sse-writer.ts';

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
  it('are written as the standard says, with the id to resume from', async () => {
    const { out, taken, read } = reader();
    const sent = new SseWriter(out).send({ id: '7', event: 'appended', data: { stream: 'case-1' } }, { id: '8' });
    read();
    await sent;
    expect(taken).toEqual(['id: 7\nevent: appended\ndata: {"stream":"case-1"}\n\nid: 8\n\n']);
  });

  it('wait for the client to read, and are not kept for one that does not', async () => {
    const { out, taken, read } = reader();
    const writer = new SseWriter(out, 1);
    await expect(writer.send({ id: '1' })).rejects.toMatchObject({ name: 'SlowReader' });
    expect(writer.full).toBe(true);
    read();
    expect(taken).toHaveLength(1);
  });

  it('end with the client', async () => {
    const { out } = reader();
    const sent = new SseWriter(out, 60_000).send({ id: '1' });
    out.destroy();
    await sent;
  });
});
