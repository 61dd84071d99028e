import { describe, expect, it } from '@jest/globals';
import { KnownStreams } from './known-streams.ts';

describe('what is known of streams', () => {
  it('grows by the event that follows, and by no other', () => {
    const known = new KnownStreams();
    for (const version of [1, 0, 0, 2, 1]) known.learn('a', version, `a-${version}`);
    expect(known.last('a')).toBe(1);
    expect(known.find('a-1')).toEqual({ stream: 'a', version: 1 });
    expect(known.find('a-2')).toBeUndefined();
    expect(known.last('b')).toBeUndefined();
  });

  it('is bounded: the stream that grew longest ago is forgotten whole', () => {
    const known = new KnownStreams(4);
    for (const [stream, version] of [
      ['a', 0],
      ['b', 0],
      ['a', 1],
      ['c', 0],
      ['c', 1],
    ] as const)
      known.learn(stream, version, `${stream}-${version}`);
    expect(known.last('b')).toBeUndefined();
    expect(known.find('b-0')).toBeUndefined();
    expect(known.last('a')).toBe(1);
    expect(known.last('c')).toBe(1);
  });
});
