import { AppointGridMember, CorrectPerson, EndGridAppointment, type GridEndReason } from '@panshi/contracts';
import { between, oneOf } from '../chance.ts';
import { demoPhone } from '../content/people.ts';
import type { Story } from '../engine/simulation.ts';
import { DAY, HOUR, inOffice, SECOND } from '../time.ts';
import { newLeader, newMember } from './community.ts';
import { leave } from './people.ts';
import { chanceOf, gridNamed, gridNow, type Stage, streetAccount } from './stage.ts';

const reasons: readonly GridEndReason[] = ['transferred', 'transferred', 'resigned', 'term-ended'];

/** Nobody changes so near the end that a post could be vacant then. */
const LAST = 35;

/** A leader goes; for a few days the grid has none, then somebody new. */
export async function* leaderChange(stage: Stage, gridName: string, nth: number): Story {
  const { simulation, span } = stage;
  const random = chanceOf(stage, 'leader-change', nth);
  const days = (span.until - span.from) / DAY;
  yield inOffice(span.from + between(90, days - LAST, random) * DAY, random);
  const { _id: gridCode, leaderId: personId } = gridNamed(stage, gridName);
  if (personId === undefined || simulation.accountOf(personId)?.startsWith('demo-')) return;
  const street = streetAccount('street', gridCode);
  await simulation.issue(street, EndGridAppointment, { gridCode, personId, reason: oneOf(reasons, random) });
  yield simulation.now + between(1, 20, random) * 60 * SECOND;
  await leave(stage, streetAccount('org', gridCode), personId);
  yield inOffice(simulation.now + between(0.2, 5, random) * DAY, random);
  yield* newLeader(stage, gridCode, () => simulation.now + between(30, 120, random) * SECOND, random);
}

/** A member goes and another comes, or serves full time from now on, or has another number. */
export async function* memberChange(stage: Stage, gridName: string, nth: number): Story {
  const { simulation, span } = stage;
  const random = chanceOf(stage, 'member-change', nth);
  yield inOffice(span.from + between(90, (span.until - span.from) / DAY - 3, random) * DAY, random);
  const grid = gridNamed(stage, gridName);
  const member = grid.members[0];
  if (!member) return;
  const { personId } = member;
  const [gridCode, street] = [grid._id, streetAccount('street', grid._id)];
  const what = random();
  if (what < 0.2 && member.kind === 'part-time') {
    await simulation.issue(street, AppointGridMember, { gridCode, personId, kind: 'full-time' });
  } else if (what < 0.4) {
    await simulation.issue(streetAccount('org', gridCode), CorrectPerson, { personId, phone: demoPhone(random) });
  } else {
    await simulation.issue(street, EndGridAppointment, { gridCode, personId, reason: oneOf(reasons, random) });
    yield simulation.now + between(0.1, 2, random) * HOUR;
    if (gridNow(stage, gridCode).status === 'active') await newMember(stage, gridCode, random);
  }
}
