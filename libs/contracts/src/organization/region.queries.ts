import { type PlaceLevel, placeLevels } from '../choices/region-choices.ts';
import { pageOf } from '../message/page.ts';
import { Paged } from '../message/paged.ts';
import * as field from '../vocabulary/fields.ts';
import type { Place } from '../vocabulary/place.ts';
import { OrganizationQuery } from './messages.ts';
import { OneRegion } from './one-region.ts';
import { regionStream } from './streams.ts';

/** A region above the grids: a district, a street, a community or village. */
export class RegionView {
  @field.streamVersion()
  readonly _version?: number;

  @field.regionCode('区划代码', 'Region')
  readonly regionCode!: string;

  @field.phrase('区划名称', 'Name', { max: 40 })
  readonly name!: string;

  @field.choice(placeLevels, '级别', 'Level')
  readonly level!: PlaceLevel;

  @field.phrase('代码体系', 'Code system', { max: 80 })
  readonly codeSystem!: string;

  @field.edition('代码版本', 'Edition of the code system its name is from')
  readonly edition!: string;

  /** Open ring, counter-clockwise; absent where no outline is known, and in a list asked without `outlines`. */
  @field.ring('边界', 'Outline', { optional: true })
  readonly ring?: readonly Readonly<Place>[];
}

@OrganizationQuery('区划列表', 'List regions', {
  route: 'GET /regions',
  permission: 'region.read',
  views: ['regions'],
  answer: pageOf(RegionView),
})
export class ListRegions extends Paged {
  /** It and those below it. */
  @field.regionCode('区域', 'Region', { optional: true })
  regionCode?: string;

  @field.choice(placeLevels, '级别', 'Level', { optional: true })
  level?: PlaceLevel;

  @field.searchText('区划名称', 'Words of the name', { optional: true })
  text?: string;

  /** For a map. */
  @field.optionalBoolean('含边界', 'With their outlines')
  outlines?: boolean;

  /** Count all that match, by level. */
  @field.optionalBoolean('分面计数', 'With counts of all that match')
  facets?: boolean;
}

@OrganizationQuery('查看区划', 'Get a region', {
  route: 'GET /regions/:regionCode',
  permission: 'region.read',
  views: ['regions'],
  answer: RegionView,
  stream: regionStream,
  impersonal: true,
})
export class GetRegion extends OneRegion {}
