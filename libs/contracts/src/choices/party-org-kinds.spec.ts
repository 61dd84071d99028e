import { describe, expect, it } from '@jest/globals';
import { type PartyOrgKind, partyOrgKinds } from './party-org-kinds.ts';

const kinds = Object.keys(partyOrgKinds) as PartyOrgKind[];

/** Longest way up; endless where the table lets a cycle form. */
const height = (kind: PartyOrgKind, seen: readonly PartyOrgKind[] = []): number =>
  seen.includes(kind)
    ? Infinity
    : Math.max(0, ...partyOrgKinds[kind].parents.map((parent) => 1 + height(parent, [...seen, kind])));

describe('the kinds of party organisation', () => {
  it.each(kinds)('puts %s under higher kinds only, so that no cycle can form', (kind) => {
    expect(height(kind)).toBeLessThanOrEqual(4);
  });

  it('has one root, the district committee', () => {
    expect(kinds.filter((kind) => partyOrgKinds[kind].parents.length === 0)).toEqual(['district-committee']);
  });

  it.each([
    ['street-working-committee', ['district-committee']],
    ['community-committee', ['street-working-committee']],
    ['community-general-branch', ['street-working-committee']],
    ['grid-branch', ['community-committee', 'community-general-branch']],
    ['party-group', ['community-committee', 'community-general-branch', 'grid-branch']],
  ] as const)('puts %s under %j', (kind, parents) => expect(partyOrgKinds[kind].parents).toEqual(parents));

  it('lets a community be led by a committee or a general branch, not by both', () => {
    expect(partyOrgKinds['community-committee'].leads).toBe(partyOrgKinds['community-general-branch'].leads);
  });
});
