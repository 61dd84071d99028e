import * as field from '../vocabulary/fields.ts';

/** Names one region above the grids. */
export class OneRegion {
  /** 6, 9 or 12 digits. */
  @field.regionCode('区划代码', 'Region')
  regionCode!: string;
}
