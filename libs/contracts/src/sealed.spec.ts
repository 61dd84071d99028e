import { describe, expect, it } from '@jest/globals';
import { isSealed, isSealedRef, sealedAt } from './sealed.ts';

const sealed = { suite: 'A256GCM', subject: 'r-1', keyVersion: 1, nonce: 'bm9uY2U=', ciphertext: 'Y2lwaGVy' };
const event = {
  id: 'e-1',
  stream: 'incident-1',
  data: { reporterId: 'r-1', text: sealed, members: [{ personId: 'w-1' }, { personId: 'w-2', phone: sealed }] },
};

describe('a sealed value that leaves its event', () => {
  it('carries where it was recorded', () => {
    expect(sealedAt(event, 'text')).toEqual({ ...sealed, at: { stream: 'incident-1', event: 'e-1', field: 'text' } });
  });

  it('is found in lists by number', () => {
    expect(sealedAt(event, 'members.1.phone')?.at.field).toBe('members.1.phone');
  });

  it.each([['note'], ['members.0.phone'], ['members.7.phone'], ['constructor.name']])(
    'is none where %s is absent',
    (field) => {
      expect(sealedAt(event, field)).toBeUndefined();
    },
  );

  it('is refused where the field is in clear, without repeating it', () => {
    expect(() => sealedAt(event, 'reporterId')).toThrow('reporterId of event e-1 is not sealed');
  });

  it('is told from one still in its event, and from everything else', () => {
    expect([isSealed(sealed), isSealedRef(sealed)]).toEqual([true, false]);
    expect(isSealedRef(sealedAt(event, 'text'))).toBe(true);
    expect(isSealedRef({ ...sealed, at: null })).toBe(false);
    for (const other of [undefined, null, 'text', 7, [], {}, { ...sealed, keyVersion: '1' }])
      expect(isSealed(other)).toBe(false);
  });
});
