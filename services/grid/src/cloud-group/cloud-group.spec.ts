import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CloudGroupDecided,
  cloudGroupRejections,
  type MembershipSource,
  type OpenCloudGroup,
  type RecordMembership,
} from '@panshi/contracts';
import { foldAll, Rejection } from '@panshi/kernel';
import { scenario, testContext } from '@panshi/testing';
import fc from 'fast-check';
import { openCloudGroup, recordMembership } from './cloud-group.decisions.ts';
import { cloudGroupFold } from './cloud-group.ts';

const groupId = '01890000-0000-7000-8000-00000000c10d';
const communityCode = '320113001001';
const gridCode = `${communityCode}004`;
const facts = { community: true, grid: true };
const open: OpenCloudGroup = { groupId, communityCode, gridCode, name: '示例一网格群' };
const opened: CloudGroupDecided = {
  type: 'CloudGroupOpened',
  data: { groupId, communityCode, gridCode, name: open.name },
};

const count = (members: number, countedOn: string, source: MembershipSource = 'group-owner'): RecordMembership => ({
  groupId,
  members,
  source,
  countedOn,
});
const recorded = (command: RecordMembership): CloudGroupDecided => ({
  type: 'CloudMembershipRecorded',
  data: { communityCode, gridCode, ...command },
});

const given = scenario(cloudGroupFold).given;

describe('opening a cloud group', () => {
  it('records what it is for', () => given().when(openCloudGroup, open, { facts }).then(opened));

  it('may be for a whole community', () => {
    const { gridCode: _, ...whole } = open;
    given()
      .when(openCloudGroup, whole, { facts })
      .then({ type: 'CloudGroupOpened', data: { groupId, communityCode, gridCode: undefined, name: open.name } });
  });

  it('takes an id of its command where it brings none', () => {
    given()
      .when(openCloudGroup, { ...open, groupId: undefined }, { facts })
      .thenLike({ type: 'CloudGroupOpened', data: { groupId: 'groupId-1' } });
  });

  it('refuses an id that is taken', () =>
    given(opened).when(openCloudGroup, open, { facts }).thenRejected('cloud-group.exists'));

  it('refuses a grid of another community', () => {
    given()
      .when(openCloudGroup, { ...open, gridCode: '320113001002001' }, { facts })
      .thenRejected('cloud-group.grid-elsewhere');
  });

  it('refuses a community without grids, and a grid that is no more', () => {
    const when = (place: typeof facts) => given().when(openCloudGroup, open, { facts: place });
    when({ community: false, grid: false }).thenRejected('cloud-group.unknown-community');
    when({ community: true, grid: false }).thenRejected('cloud-group.unknown-grid');
  });
});

describe('recording its members', () => {
  const now = '2026-03-02T01:00:00.000Z';
  const march = count(212, '2026-03-01');

  it('keeps the number with its source and day', () =>
    given(opened).when(recordMembership, march, { now }).then(recorded(march)));

  it('changes nothing where the same count is held', () =>
    given(opened, recorded(march)).when(recordMembership, march, { now }).then());

  it('corrects a count of the same day', () => {
    const corrected = count(221, '2026-03-01', 'platform');
    given(opened, recorded(march)).when(recordMembership, corrected, { now }).then(recorded(corrected));
  });

  it('refuses an older count than the one held', () =>
    given(opened, recorded(march))
      .when(recordMembership, count(1, '2026-02-28'), { now })
      .thenRejected('cloud-group.counted-later-already', { held: '2026-03-01' }));

  it('counts the day as it is in China', () => {
    const second = count(1, '2026-03-03');
    const at = (instant: string) => given(opened).when(recordMembership, second, { now: instant });
    at('2026-03-02T15:59:59.999Z').thenRejected('cloud-group.counted-in-future', { today: '2026-03-02' });
    at('2026-03-02T16:00:00.000Z').then(recorded(second));
  });

  it('refuses an unknown group', () =>
    given().when(recordMembership, march, { now }).thenRejected('cloud-group.unknown'));

  it('holds the newest of any sequence of counts, whatever is refused', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, '0')}`);
    fc.assert(
      fc.property(fc.array(fc.record({ countedOn: day, members: fc.nat(2000) })), (counts) => {
        let state = foldAll(cloudGroupFold, [opened]);
        for (const { members, countedOn } of counts) {
          const before = state?.counted?.countedOn ?? '';
          try {
            state = foldAll(cloudGroupFold, recordMembership(state, count(members, countedOn), testContext()), state);
            expect(state?.counted).toMatchObject({ members, countedOn });
          } catch (error) {
            expect(error).toBeInstanceOf(Rejection);
            expect(countedOn < before).toBe(true);
          }
          expect((state?.counted?.countedOn ?? '') >= before).toBe(true);
        }
      }),
    );
  });
});

describe('its refusals', () => {
  it('are worded, every one, in both languages, with the same placeholders, and no wording is left over', () => {
    const source = readFileSync(join(import.meta.dirname, 'cloud-group.decisions.ts'), 'utf8');
    const codes = new Set([...source.matchAll(/\breject\(\s*'([^']+)'/g)].map(([, code]) => code));
    expect([...codes].sort()).toEqual(Object.keys(cloudGroupRejections).sort());
    for (const { zh, en } of Object.values(cloudGroupRejections)) {
      const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      expect(places(zh)).toEqual(places(en));
    }
  });
});
