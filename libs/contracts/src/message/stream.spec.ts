import { describe, expect, it } from '@jest/globals';
import { caseStream } from '../case/streams.ts';
import { partyOrgStream } from '../organization/streams.ts';
import { allStreams, defineStream, streamTypeOf } from './stream.ts';

describe('a kind of stream', () => {
  it('names its streams, and is known by their names', () => {
    expect(caseStream.of({ caseId: '7' })).toBe('case-7');
    expect(streamTypeOf('case-7')).toMatchObject({ name: 'case', reader: 'case.read', reach: 'overlap' });
    expect(streamTypeOf('party-org-7')).toBe(partyOrgStream);
    expect(streamTypeOf('nothing-7')).toBeUndefined();
  });

  it.each(['case', 'case-note', 'party'])('is not called %s beside one with which it could be mistaken', (name) => {
    const before = allStreams().length;
    expect(() => defineStream({ name, reader: 'nobody', key: ['id'] })).toThrow(TypeError);
    expect(allStreams()).toHaveLength(before);
  });
});
