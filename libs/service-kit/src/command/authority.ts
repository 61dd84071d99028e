import { type CommandOptions, may, type Permission, type Principal } from '@panshi/contracts';
import type { AggregateDefinition } from '../definition/aggregate.ts';
import { reject } from '../rejections.ts';

/** @throws {Rejection} `authority.forbidden` unless the principal may use the permission in each region; `permission.missing` where nothing says which */
export const assertAuthority = (
  principal: Principal,
  { permission }: { readonly permission: Permission },
  regions: readonly (string | undefined)[],
): void => {
  for (const region of regions)
    if (!may(principal, permission, region)) {
      if (region === undefined) reject('permission.missing', { permission });
      else reject('authority.forbidden', { permission, region });
    }
};

/** The regions a command concerns: those it names, and the one its stream lies in. Undefined: nothing says where. */
export const regionsOf = (
  command: object,
  options: CommandOptions,
  aggregate: AggregateDefinition,
  state: unknown,
): readonly (string | undefined)[] => {
  const named = options.territory === undefined ? undefined : (Reflect.get(command, options.territory) as unknown);
  const regions = [named, aggregate.territory?.(state)].flat().filter((region) => region !== undefined) as string[];
  return regions.length > 0 ? regions : [undefined];
};
