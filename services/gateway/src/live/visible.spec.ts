import { describe, expect, it } from '@jest/globals';
import { type Permission, type Principal, streamTypeOf } from '@panshi/contracts';
import { visibleStreams, isVisibleTo, readableStreams } from './visible.ts';

const holding = (territory: string, ...permissions: Permission[]): Principal => ({
  actor: { account: 'a', person: 'p', post: 'o' },
  grants: [{ role: 'r', territory, permissions }],
});

const isVisible = (principal: Principal, stream: string, ...regions: string[]): boolean =>
  isVisibleTo(principal)({ kind: streamTypeOf(stream), regions });

describe('what one may hear of', () => {
  const officer = holding('320113001', 'case.read', 'wartime.read');

  it('is what happened where one may look it up', () => {
    expect(isVisible(officer, 'case-1', '320113001001001')).toBe(true);
    expect(isVisible(officer, 'mobilisation-1-320113001001001', '320113001001001')).toBe(true);
    expect(isVisible(officer, 'case-1', '320113002001001')).toBe(false);
    expect(isVisible(officer, 'incident-1', '320113001001001')).toBe(false);
  });

  it('is what concerns a part of where one may look, or all that it is a part of', () => {
    expect(isVisible(officer, 'wartime-320113', '320113')).toBe(true);
    expect(isVisible(officer, 'wartime-320113', '320113002', '320113001001001')).toBe(true);
    expect(isVisible(officer, 'wartime-320113', '320113002', '320113003001001')).toBe(false);
  });

  it('is of party organisations and cloud groups what lies in one’s territory, as it is listed', () => {
    const leader = holding('320113001001001', 'organization.read', 'grid.read');
    expect(isVisible(leader, 'party-org-1', '320113001001001')).toBe(true);
    expect(isVisible(leader, 'party-org-1', '320113001')).toBe(false);
    expect(isVisible(leader, 'cloud-group-1', '320113001001')).toBe(false);
  });

  it('is nothing of a stream that nobody declared, and nothing of people and accounts, whoever asks', () => {
    const everything = holding('', 'case.read', 'person.manage', 'account.manage');
    expect(isVisible(everything, 'case-1', '320113')).toBe(true);
    expect(isVisible(everything, 'lamp-1', '320113')).toBe(false);
    for (const stream of ['person-1', 'account-1', 'catalogue-320113'])
      expect(isVisible(everything, stream, '320113')).toBe(false);
  });

  it('is read from no other streams', () => {
    expect(visibleStreams(officer).toSorted()).toEqual(['case-', 'mobilisation-', 'wartime-']);
    expect(visibleStreams(holding('320113', 'audit.replay'))).toEqual([]);
    expect(readableStreams).toEqual(expect.arrayContaining([...visibleStreams(officer)]));
  });
});
