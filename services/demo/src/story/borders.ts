import { DissolvePartyOrg, MergeGrids, RedrawGrid, ReorganisePartyOrg, SplitGrid } from '@panshi/contracts';
import type { RegionCode } from '@panshi/kernel';
import { between, type Random } from '../chance.ts';
import type { Story } from '../engine/simulation.ts';
import type { BorderChange } from '../plan/borders.ts';
import { DAY, inOffice, SECOND } from '../time.ts';
import { formBranch, newLeader, newMember } from './community.ts';
import { leave } from './people.ts';
import { chanceOf, gridNamed, type GridNow, type Stage, streetAccount } from './stage.ts';

/** A change of borders, with what follows for organisations and leaders. */
export async function* borderChange(stage: Stage, change: BorderChange, nth: number): Story {
  const { simulation, span } = stage;
  const random = chanceOf(stage, 'borders', nth);
  const pause = (): number => simulation.now + between(20, 90, random) * SECOND;
  yield inOffice(span.from + between(60, 400, random) * DAY, random);
  if (change.kind === 'split') yield* split(stage, change, pause, random);
  else if (change.kind === 'merger') yield* merger(stage, change, pause);
  else await redrawing(stage, change);
}

type Change<K extends BorderChange['kind']> = Extract<BorderChange, { kind: K }>;

/** The leader goes on with the first part; the second gets a branch, a leader and a member of its own. */
async function* split(stage: Stage, change: Change<'split'>, pause: () => number, random: Random): Story {
  const { name, parts } = change;
  const { simulation } = stage;
  const gridCode = gridNamed(stage, name)._id;
  const named = parts.map((part) => ({ name: part.name, ring: [...part.ring] }));
  await simulation.issue(streetAccount('street', gridCode), SplitGrid, { gridCode, parts: named });
  const [kept, added] = parts.map((part) => gridNamed(stage, part.name)._id) as [RegionCode, RegionCode];
  yield pause();
  await moveOrg(stage, gridCode, kept);
  yield pause();
  await formBranch(stage, added, parts[1]!.name, random);
  yield* newLeader(stage, added, pause, random);
  yield pause();
  await newMember(stage, added, random);
}

/** The first one's leader leads the merged grid; the other leaves service, their organisation is dissolved. */
async function* merger(stage: Stage, change: Change<'merger'>, pause: () => number): Story {
  const { communityCode, names, name } = change;
  const { simulation } = stage;
  const [first, second] = names.map((each) => gridNamed(stage, each)) as [GridNow, GridNow];
  const fields = { communityCode, gridCodes: [first._id, second._id], name, leaderId: first.leaderId };
  await simulation.issue(streetAccount('street', communityCode), MergeGrids, fields);
  const merged = gridNamed(stage, name)._id;
  const office = streetAccount('org', communityCode);
  yield pause();
  await moveOrg(stage, first._id, merged);
  yield pause();
  if (second.leaderId !== undefined) await leave(stage, office, second.leaderId);
  yield pause();
  const { orgId } = stage.orgs.get(second._id)!;
  await simulation.issue(office, DissolvePartyOrg, { orgId });
}

const redrawing = async (stage: Stage, { communityCode, grids }: Change<'redrawing'>): Promise<void> => {
  const redrawn = grids.map(({ name, ring }) => ({ gridCode: gridNamed(stage, name)._id, ring: [...ring] }));
  const fields = { communityCode, grids: redrawn };
  await stage.simulation.issue(streetAccount('street', communityCode), RedrawGrid, fields);
};

const moveOrg = async ({ simulation, orgs }: Stage, from: RegionCode, to: RegionCode): Promise<void> => {
  const org = orgs.get(from)!;
  await simulation.issue(streetAccount('org', to), ReorganisePartyOrg, { orgId: org.orgId, regionCode: to });
  orgs.set(to, org);
};
