import { defaultCatalogue } from '@panshi/case';
import { between } from '../chance.ts';
import { demoAccounts } from '../content/accounts.ts';
import type { Story } from '../engine/simulation.ts';
import { SECOND } from '../time.ts';
import { openAccount, register } from './people.ts';
import { chanceOf, type Stage, streetAccount } from './stage.ts';

/** Where the catalogue means the street a case lies in. */
export const LOCAL = 'STREET';

/** Accounts of the units that the catalogue has; those of the streets but the demo's own are opened with their street. */
export async function* unitFounding(stage: Stage): Story {
  const { simulation, places, units } = stage;
  const random = chanceOf(stage, 'units');
  const role = 'department-handler';
  const handlers = defaultCatalogue.units.map(({ code, name }, i) => {
    const unnamed = {
      username: `unit-d${String(i).padStart(2, '0')}`,
      post: `${name.zh}经办岗`,
      territory: places.code,
    };
    return { ...unnamed, ...demoAccounts.find(({ unit }) => unit === code), role, unit: code };
  });
  for (const handler of handlers) {
    const personId = await register(stage, 'demo-org', handler.territory, random);
    yield simulation.now + between(20, 60, random) * SECOND;
    await openAccount(stage, 'demo-security', { ...handler, personId });
    if (handler.unit !== LOCAL) units.set(handler.unit, handler.username);
    yield simulation.now + between(20, 60, random) * SECOND;
  }
}

/** The account that handles cases of a unit in a grid. */
export const unitAccount = ({ units }: Stage, unit: string, gridCode: string): string =>
  units.get(unit) ?? streetAccount('unit', gridCode);
