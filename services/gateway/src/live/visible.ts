import { inTerritory } from '@panshi/audit';
import { type Permission, type Principal, territoriesOf } from '@panshi/contracts';

/** Which permission shows that something happened in a stream, by how its name begins; others are shown to nobody. */
const shownBy: readonly (readonly [string, Permission])[] = [
  ['incident-', 'incident.read'],
  ['case-', 'case.read'],
  ['community-grids-', 'grid.read'],
  ['cloud-group-', 'grid.read'],
  ['wartime-', 'wartime.read'],
  ['mobilisation-', 'wartime.read'],
  ['party-org-', 'organization.read'],
];

/** The beginnings of the streams that anybody may hear of. */
export const shownStreams: readonly string[] = shownBy.map(([prefix]) => prefix);

/** The permission that shows what happens in a stream; undefined where nothing does. */
export const permissionToHear = (stream: string): Permission | undefined =>
  shownBy.find(([prefix]) => stream.startsWith(prefix))?.[1];

/** The beginnings of the streams that a principal may hear of anywhere. */
export const audibleStreams = (principal: Principal): readonly string[] =>
  shownBy.filter(([, permission]) => territoriesOf(principal, permission).length > 0).map(([prefix]) => prefix);

/** Where something happened, and what shows it. */
export interface Happening {
  readonly permission: Permission | undefined;
  readonly region: string | undefined;
}

/** Tells what a principal may know of. Territories are looked up once, for it is asked of each event. */
export const hearingOf = (principal: Principal): ((happening: Happening) => boolean) => {
  const territories = new Map(shownBy.map(([, permission]) => [permission, territoriesOf(principal, permission)]));
  return ({ permission, region }) => permission !== undefined && inTerritory(region, territories.get(permission) ?? []);
};
