import { type Hazard, hazards, type ResponseLevel, responseLevels } from '../choices/wartime-choices.ts';
import * as field from '../vocabulary/fields.ts';
import { ActivationBasis, CaseDeadlineRule } from './wartime-fields.ts';

/** What an activation is to be. */
export class ProposedActivation {
  @field.choice(hazards, '灾种', 'Hazard')
  hazard!: Hazard;

  @field.choice(responseLevels, '响应等级', 'Level')
  level!: ResponseLevel;

  @field.regionCodes('范围', 'Scope', { least: 1, most: 500, unique: true })
  scope!: string[];

  @field.body(() => ActivationBasis, '依据', 'Basis')
  basis!: ActivationBasis;

  /** In official words that name nobody. */
  @field.phrase('理由', 'Reason', { max: 300 })
  reason!: string;

  @field.phrase('启动单位', 'Unit that starts it', { max: 60 })
  initiatingUnit!: string;

  /** Each prefix once. */
  @field.list(() => CaseDeadlineRule, '案卷时限规则', 'What happens to deadlines', {
    most: 100,
    unique: 'categoryPrefix',
  })
  deadlineRules!: CaseDeadlineRule[];

  /** The plan's for the level unless told. */
  @field.count('到岗时限（自然分钟）', 'Natural minutes for checking in', { min: 5, max: 1440, optional: true })
  checkInMinutes?: number;
}
