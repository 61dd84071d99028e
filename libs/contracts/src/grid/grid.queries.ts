import { type GridKind, gridKinds, type GridStatus, gridStatuses } from '../choices/grid-choices.ts';
import { pageOf } from '../message/page.ts';
import { Paged } from '../message/paged.ts';
import * as field from '../vocabulary/fields.ts';
import { PlaceAsked } from '../vocabulary/place.ts';
import { GridListed, GridView } from './grid.answers.ts';
import { GridQuery } from './messages.ts';
import { OneGrid } from './one-grid.ts';

@GridQuery('网格列表', 'List grids', {
  route: 'GET /grids',
  permission: 'grid.read',
  views: ['grid-board'],
  answer: pageOf(GridListed),
})
export class ListGrids extends Paged {
  /** Its grids and those below it. */
  @field.regionCode('区域', 'Region', { optional: true })
  territory?: string;

  @field.choice(gridKinds, '网格类型', 'Kind', { optional: true })
  kind?: GridKind;

  /** Grids without a leader, or with one. */
  @field.optionalBoolean('网格长空缺', 'Without a leader')
  vacant?: boolean;

  /** `active` unless told. */
  @field.choice(gridStatuses, '状态', 'Status', { optional: true })
  status?: GridStatus;

  @field.searchText('网格名称', 'Words of the name', { optional: true })
  text?: string;

  /** Grids whose centre lies in it. */
  @field.mapWindow('地图范围', 'Window of the map', { optional: true })
  bbox?: string;

  /** For a map. */
  @field.optionalBoolean('含边界', 'With their outlines')
  outlines?: boolean;

  /** Count all that match, by street, kind and whether the leader is vacant. */
  @field.optionalBoolean('分面计数', 'With counts of all that match')
  facets?: boolean;
}

@GridQuery('查看网格', 'Get a grid', {
  route: 'GET /grids/:gridCode',
  permission: 'grid.read',
  views: ['grid-board'],
  answer: GridView,
})
export class GetGrid extends OneGrid {}

/** Which grid a place lies in. A place on a border lies in exactly one. */
@GridQuery('坐标定位网格', 'Locate the grid of a place', {
  route: 'GET /grid-at',
  permission: 'grid.read',
  views: ['grid-board'],
  answer: GridView,
})
export class LocateGrid extends PlaceAsked {}
