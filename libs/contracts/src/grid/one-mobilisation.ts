import * as field from '../vocabulary/fields.ts';

/** What concerns one grid in one activation. */
export class OneMobilisation {
  @field.id('战时编号', 'Activation')
  activationId!: string;

  @field.gridCode('网格', 'Grid')
  gridCode!: string;
}
