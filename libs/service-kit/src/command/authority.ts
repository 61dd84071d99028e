import { type CommandOptions, may, type Permission, type Principal } from '@panshi/contracts';
import { reject } from '@panshi/kernel';
import type { AggregateDefinition } from '../definition/aggregate.ts';

/** @throws {Rejection} `authority.forbidden` unless the principal may use the permission in each region */
export const assertAuthority = (
  principal: Principal,
  { permission }: { readonly permission: Permission },
  regions: readonly (string | undefined)[],
): void => {
  for (const region of regions)
    if (!may(principal, permission, region))
      reject('authority.forbidden', { permission, ...(region === undefined ? {} : { region }) }, 'forbidden');
};

/** The regions a command concerns: those it names, else the one its stream lies in. Undefined: nothing says where. */
export const regionsOf = (
  command: object,
  options: CommandOptions,
  aggregate: AggregateDefinition,
  state: unknown,
): readonly (string | undefined)[] => {
  const named = options.territory === undefined ? undefined : (Reflect.get(command, options.territory) as unknown);
  const regions = [named ?? aggregate.territory?.(state)].flat() as (string | undefined)[];
  return regions.length > 0 ? regions : [undefined];
};
