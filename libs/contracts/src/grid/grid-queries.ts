import { IsIn, IsOptional } from 'class-validator';
import type { Point } from '@panshi/kernel';
import { type GridKind, gridKinds, type GridMemberKind } from '../choices/grid-choices.ts';
import { Paged } from '../message/paged.ts';
import { Query } from '../message/query.ts';
import { IsFlag } from '../vocabulary/flag.ts';
import { IsWindow, PlaceAsked } from '../vocabulary/place.ts';
import { IsGridCode, IsRegionCode } from '../vocabulary/region-code.ts';
import { IsSearchText } from '../vocabulary/text.ts';

/** Whether a grid still is, or how it ended. */
export type GridStatus = 'active' | 'split' | 'merged' | 'retired';

/** A grid as lists and maps show it. */
export interface GridSummary {
  readonly gridCode: string;
  readonly name: string;
  readonly kind: GridKind;
  readonly communityCode: string;
  readonly streetCode: string;
  readonly status: GridStatus;
  /** Centre of gravity. */
  readonly lon: number;
  readonly lat: number;
  readonly leaderId?: string;
  readonly members: readonly { readonly personId: string; readonly kind: GridMemberKind }[];
  /** Codes of the grids it came of. */
  readonly from: readonly string[];
  /** Codes of the grids its ground went to. */
  readonly to: readonly string[];
}

export interface GridView extends GridSummary {
  /** Open ring, counter-clockwise. */
  readonly ring: readonly Point[];
  /** Square metres, within 1 %: for maps and reports, not for titles. */
  readonly area: number;
}

@Query({
  service: 'grid',
  route: 'GET /grids',
  permission: 'grid.read',
  views: ['grid-board'],
  summary: { zh: '网格列表', en: 'List grids' },
})
export class ListGrids extends Paged {
  /** Region code: its grids and those below it. */
  @IsOptional()
  @IsRegionCode()
  territory?: string;

  @IsOptional()
  @IsIn(Object.keys(gridKinds))
  kind?: GridKind;

  /** Grids without a leader (网格长空缺), or with one. */
  @IsFlag()
  vacant?: boolean;

  /** `active` unless told. */
  @IsOptional()
  @IsIn(['active', 'split', 'merged', 'retired'])
  status?: GridStatus;

  /** Words of the name. */
  @IsOptional()
  @IsSearchText()
  text?: string;

  /** Grids whose centre lies in this window. */
  @IsOptional()
  @IsWindow()
  bbox?: string;

  /** With their outlines, for a map. */
  @IsFlag()
  outlines?: boolean;

  /** Count all that match, by street, kind and whether the leader is vacant. */
  @IsFlag()
  facets?: boolean;
}

@Query({
  service: 'grid',
  route: 'GET /grids/:gridCode',
  permission: 'grid.read',
  views: ['grid-board'],
  summary: { zh: '查看网格', en: 'Get a grid' },
})
export class GetGrid {
  @IsGridCode()
  gridCode!: string;
}

/** Which grid a place lies in. A place on a border lies in exactly one. */
@Query({
  service: 'grid',
  route: 'GET /grid-at',
  permission: 'grid.read',
  views: ['grid-board'],
  summary: { zh: '坐标定位网格', en: 'Locate the grid of a place' },
})
export class LocateGrid extends PlaceAsked {}
