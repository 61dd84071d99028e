import { AppointGridLeader, AppointGridMember, DelineateGrid } from '@panshi/contracts';
import type { RegionCode } from '@panshi/kernel';
import { between, type Random } from '../chance.ts';
import { demoAccounts } from '../content/accounts.ts';
import type { Story } from '../engine/simulation.ts';
import type { Community } from '../places/places.ts';
import type { FirstGrid } from '../plan/borders.ts';
import { SECOND } from '../time.ts';
import { form } from './founding.ts';
import { appoint, openAccount, register } from './people.ts';
import { chanceOf, gridNamed, type Stage, streetAccount } from './stage.ts';

/** Members to a grid: 1,500 to the district's 1,063. */
const MEMBERS = 1_500 / 1_063;

/** A community's grids: drawn, each with its branch or group, its leader and its members. */
export async function* communityFounding(stage: Stage, { code }: Community): Story {
  const random = chanceOf(stage, 'community', code);
  const pause = (): number => stage.simulation.now + between(8, 40, random) * SECOND;
  for (const grid of stage.borders.first.filter(({ communityCode }) => communityCode === code)) {
    const gridCode = await delineate(stage, grid);
    yield pause();
    await formBranch(stage, gridCode, grid.name, random);
    yield* newLeader(stage, gridCode, pause, random);
    for (let members = random() < MEMBERS - 1 ? 2 : 1; members > 0; members--) {
      yield pause();
      await newMember(stage, gridCode, random);
    }
  }
}

const delineate = async (stage: Stage, grid: FirstGrid): Promise<RegionCode> => {
  const { communityCode, name, kind, ring } = grid;
  const fields = { communityCode, name, kind, ring: [...ring] };
  await stage.simulation.issue(streetAccount('street', communityCode), DelineateGrid, fields);
  return gridNamed(stage, name)._id;
};

/** A branch for some grids, a party group for the others. */
export const formBranch = async (stage: Stage, gridCode: RegionCode, name: string, random: Random): Promise<void> => {
  const [kind, title] = random() < 0.4 ? (['grid-branch', '党支部'] as const) : (['party-group', '党小组'] as const);
  await form(stage, streetAccount('org', gridCode), kind, gridCode, `${name}${title}`);
};

/** A leader: registered, given a post that qualifies in the grid's organisation, appointed, and an account. */
export async function* newLeader(stage: Stage, gridCode: RegionCode, pause: () => number, random: Random): Story {
  const { simulation } = stage;
  const [office, street] = [streetAccount('org', gridCode), streetAccount('street', gridCode)];
  yield pause();
  const personId = await register(stage, office, gridCode.slice(0, 12), random);
  yield pause();
  await appoint(stage, office, gridCode, personId, leadingPost(stage, gridCode));
  yield pause();
  await simulation.issue(street, AppointGridLeader, { gridCode, personId });
  yield pause();
  const account = { username: nextUsername(stage, gridCode), personId, post: '网格长' };
  await openAccount(stage, 'demo-security', { ...account, role: 'grid-leader', territory: gridCode });
}

/** The post that leads the grid's organisation, and so qualifies for leading the grid. */
const leadingPost = ({ orgs }: Stage, gridCode: RegionCode): 'secretary' | 'party-group-leader' =>
  orgs.get(gridCode)!.kind === 'grid-branch' ? 'secretary' : 'party-group-leader';

/** The demo's own account goes to the first leader of its community. */
const nextUsername = (stage: Stage, gridCode: RegionCode): string => {
  const demo = demoAccounts.find(({ role }) => role === 'grid-leader')!;
  const { simulation } = stage;
  if (gridCode.startsWith(demo.territory) && !simulation.has(demo.username)) return demo.username;
  stage.leaders += 1;
  return `leader-${String(stage.leaders).padStart(4, '0')}`;
};

/** A member, full time (专职) or part time (兼职). */
export const newMember = async (stage: Stage, gridCode: RegionCode, random: Random): Promise<void> => {
  const { simulation } = stage;
  const as = { partyMember: random() < 0.4, reachable: random() < 0.3 };
  const personId = await register(stage, streetAccount('org', gridCode), gridCode.slice(0, 12), random, as);
  const kind = random() < 0.4 ? 'full-time' : 'part-time';
  await simulation.issue(streetAccount('street', gridCode), AppointGridMember, { gridCode, personId, kind });
};
