import * as field from '../vocabulary/fields.ts';

/** What concerns one activation of a district. */
export class OneActivation {
  @field.districtCode('区', 'District')
  districtCode!: string;

  @field.id('战时编号', 'Activation')
  activationId!: string;
}
