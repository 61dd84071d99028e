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

/** The beginnings of the streams that a principal may hear of anywhere. */
export const audibleStreams = (principal: Principal): readonly string[] =>
  shownBy.filter(([, permission]) => territoriesOf(principal, permission).length > 0).map(([prefix]) => prefix);

/** Whether the principal may know that something happened in this stream, which lies in this region. */
export const isVisible = (principal: Principal, stream: string, region: string | undefined): boolean => {
  const permission = shownBy.find(([prefix]) => stream.startsWith(prefix))?.[1];
  return permission !== undefined && inTerritory(region, territoriesOf(principal, permission));
};
