import { type PlaceLevel, placeLevels } from '../choices/region-choices.ts';
import * as field from '../vocabulary/fields.ts';
import type { Place } from '../vocabulary/place.ts';
import { OrganizationCommand } from './messages.ts';
import { OneRegion } from './one-region.ts';

/** Enters a region under its official code; the region around it comes first. */
@OrganizationCommand('登记区划', 'Register a region', {
  route: 'POST /regions',
  permission: 'region.manage',
  territory: 'regionCode',
})
export class RegisterRegion extends OneRegion {
  @field.phrase('区划名称', 'Name', { max: 40 })
  name!: string;

  /** Said beside the code, so that a code padded with zeros is noticed. */
  @field.choice(placeLevels, '级别', 'Level')
  level!: PlaceLevel;

  /** The list the code is from. */
  @field.phrase('代码体系', 'Code system', { max: 80 })
  codeSystem!: string;

  @field.edition('代码版本', 'Edition of the code system')
  edition!: string;

  @field.ring('边界', 'Outline', { optional: true })
  ring?: Place[];
}

@OrganizationCommand('区划更名', 'Rename a region', {
  route: 'POST /regions/:regionCode/name',
  permission: 'region.manage',
  territory: 'regionCode',
})
export class RenameRegion extends OneRegion {
  @field.phrase('新名称', 'New name', { max: 40 })
  name!: string;

  /** The list that has the new name. */
  @field.phrase('代码体系', 'Code system', { max: 80 })
  codeSystem!: string;

  @field.edition('代码版本', 'Edition of the code system')
  edition!: string;
}

/** Gives a region an outline, or another one. Grids stay as they are drawn. */
@OrganizationCommand('调整区划边界', 'Redraw a region', {
  route: 'POST /regions/:regionCode/outline',
  permission: 'region.manage',
  territory: 'regionCode',
})
export class RedrawRegion extends OneRegion {
  @field.ring('新边界', 'New outline')
  ring!: Place[];
}
