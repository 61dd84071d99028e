import { describe, expect, it } from '@jest/globals';
import type { Permission, Principal } from '@panshi/contracts';
import { audibleStreams, hearingOf, permissionToHear, shownStreams } from './visible.ts';

const holding = (territory: string, ...permissions: Permission[]): Principal => ({
  actor: { account: 'a', person: 'p', post: 'o' },
  grants: [{ role: 'r', territory, permissions }],
});

const isVisible = (principal: Principal, stream: string, region: string | undefined): boolean =>
  hearingOf(principal)({ permission: permissionToHear(stream), region });

describe('what one may hear of', () => {
  const officer = holding('320113001', 'case.read', 'wartime.read');

  it('is what happened where one may look it up', () => {
    expect(isVisible(officer, 'case-1', '320113001001001')).toBe(true);
    expect(isVisible(officer, 'mobilisation-1-320113001001001', '320113001001001')).toBe(true);
    expect(isVisible(officer, 'case-1', '320113002001001')).toBe(false);
    expect(isVisible(officer, 'incident-1', '320113001001001')).toBe(false);
  });

  it('is nothing that lies nowhere, and nothing of people and accounts, whoever asks', () => {
    expect(isVisible(officer, 'case-1', undefined)).toBe(false);
    const everything = holding('', 'case.read', 'person.manage', 'account.manage');
    expect(isVisible(everything, 'case-1', undefined)).toBe(true);
    for (const stream of ['person-1', 'account-1', 'catalogue-320113'])
      expect(isVisible(everything, stream, '320113')).toBe(false);
  });

  it('is read from no other streams', () => {
    expect(audibleStreams(officer)).toEqual(['case-', 'wartime-', 'mobilisation-']);
    expect(audibleStreams(holding('320113', 'audit.replay'))).toEqual([]);
    expect(shownStreams).toEqual(expect.arrayContaining([...audibleStreams(officer)]));
  });
});
