import * as choices from '../choices/wartime-choices.ts';
import * as field from '../vocabulary/fields.ts';

/** The ground somebody acts on. */
export class ActivationBasis {
  @field.choice(choices.basisKinds, '依据类型', 'Kind')
  kind!: choices.BasisKind;

  @field.phrase('文号', 'Reference of the document', { max: 100 })
  reference!: string;

  @field.phrase('发布机关', 'Who issued it', { max: 100 })
  issuer!: string;
}

/** What happens to the deadlines of a class of cases. The longest prefix that fits a category decides. */
export class CaseDeadlineRule {
  /** 1, 3 or 5 digits; empty: every category. */
  @field.categoryPrefixOrAll('类别（代码前缀）', 'Beginning of category codes')
  categoryPrefix!: string;

  @field.choice(choices.deadlineEffects, '时限调整', 'Effect')
  effect!: choices.DeadlineEffect;

  /** Where the effect is to shorten, and only there. */
  @field.count('缩短至（自然小时）', 'Natural hours', {
    min: 1,
    max: 720,
    when: { field: 'effect', is: 'shorten' },
  })
  hours?: number;
}

/** Something still open at a stand-down, and who has it from then on. */
export class Handover {
  @field.choice(choices.openItemKinds, '未了事项', 'What is open')
  kind!: choices.OpenItemKind;

  /** The grid's code, or that of a region: then all that is open in it. The activation concerns it. */
  @field.regionCode('网格或区域', 'Grid or region')
  id!: string;

  /**
   * The code of a unit of the district's catalogue, that of a region (its duty desk; of a grid its leader), or a person's id:
   * one that is known.
   */
  @field.taker('移交给', 'Handed to')
  handedTo!: string;
}
