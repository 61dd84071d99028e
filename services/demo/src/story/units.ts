import { defaultCatalogue } from '@panshi/case';
import { between } from '../chance.ts';
import type { Story } from '../engine/simulation.ts';
import { SECOND } from '../time.ts';
import { openAccount, register } from './people.ts';
import { chanceOf, type Stage, streetAccount } from './stage.ts';

/** The unit that handles most, in the name of which the demo's department account acts. */
const BUSIEST = '区城管局';

/** Where the catalogue means the street a case lies in. */
export const LOCAL = '属地街道';

/** Accounts of the units that the catalogue names. */
export async function* unitFounding(stage: Stage): Story {
  const { simulation, places, units } = stage;
  const random = chanceOf(stage, 'units');
  units.set(BUSIEST, 'demo-dept');
  const names = new Set(defaultCatalogue.categories.map(({ responsibleUnit }) => responsibleUnit));
  for (const name of names) {
    if (name === LOCAL || name === BUSIEST) continue;
    const username = `unit-d${String(units.size).padStart(2, '0')}`;
    const personId = await register(stage, 'demo-org', places.code, random);
    yield simulation.now + between(20, 60, random) * SECOND;
    const role = { role: 'department-handler', territory: places.code };
    await openAccount(stage, 'demo-security', { username, personId, post: `${name}经办岗`, ...role });
    units.set(name, username);
    yield simulation.now + between(20, 60, random) * SECOND;
  }
}

/** The account that handles cases of a unit in a grid. */
export const unitAccount = ({ units }: Stage, unit: string, gridCode: string): string =>
  units.get(unit) ?? streetAccount('unit', gridCode);
