import * as field from '../vocabulary/fields.ts';

/** What concerns one grid. */
export class OneGrid {
  @field.gridCode('网格', 'Grid')
  gridCode!: string;
}
