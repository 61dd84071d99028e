import { type MembershipSource, OpenCloudGroup, RecordMembership } from '@panshi/contracts';
import { between, oneOf } from '../chance.ts';
import type { Story } from '../engine/simulation.ts';
import type { CloudGroup } from '../places/cloud-groups.ts';
import { DAY, dayOf, HOUR, inOffice, MINUTE } from '../time.ts';
import { chanceOf, gridNamed, type Stage, streetAccount } from './stage.ts';

/** Days until every community has its grids, whatever holidays come in between. */
const FOUNDED = 36;

/** Groups wait until the borders of their grid are as they stay. */
const BORDERS_SETTLED = 430;

/** A group is opened in the first year; its members are counted then, half a year later, and once near the end. */
export async function* cloudGroup(
  stage: Stage,
  group: CloudGroup,
  gridName: string | undefined,
  changes: boolean,
): Story {
  const { simulation, span } = stage;
  const random = chanceOf(stage, 'cloud', group.id);
  const [from, until] = changes ? [BORDERS_SETTLED, BORDERS_SETTLED + 60] : [FOUNDED, 330];
  yield inOffice(span.from + between(from, until, random) * DAY, random);
  const { communityCode, name } = group;
  const gridCode = gridName === undefined ? undefined : gridNamed(stage, gridName)._id;
  const street = streetAccount('street', communityCode);
  const { id } = await simulation.issue(street, OpenCloudGroup, { communityCode, gridCode, name });
  const groupId = id!;
  const count = async (share: number): Promise<void> => {
    const members = Math.max(1, Math.round(group.memberCount * share));
    const source = oneOf<MembershipSource>(['group-owner', 'group-owner', 'platform', 'street'], random);
    const countedOn = dayOf(simulation.now);
    await simulation.issue(street, RecordMembership, { groupId, members, source, countedOn });
  };
  yield simulation.now + between(2, 50, random) * MINUTE;
  await count(between(0.2, 0.5, random));
  yield inOffice(simulation.now + between(60, 160, random) * DAY, random);
  await count(between(0.6, 0.9, random));
  yield inOffice(span.until - between(12, 40, random) * DAY, random) + between(0, 3, random) * HOUR;
  await count(1);
}
