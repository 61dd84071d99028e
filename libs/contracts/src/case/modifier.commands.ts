import { type ModifierEffect, modifierEffects } from '../choices/case-choices.ts';
import * as field from '../vocabulary/fields.ts';
import { CaseCommand } from './messages.ts';
import { OneCase } from './one-case.ts';

/** A wartime activation changes the deadline. One modifier of each activation: a second replaces its first. */
@CaseCommand('应用战时时限（系统）', 'Apply a deadline modifier (system)', { permission: 'system.act' })
export class ApplyDeadlineModifier extends OneCase {
  @field.anyId('战时编号', 'Activation')
  activationId!: string;

  @field.choice(modifierEffects, '时限调整', 'Effect')
  effect!: ModifierEffect;

  /** From now; where it shortens. */
  @field.amount('缩短至（自然小时）', 'Natural hours', {
    min: 0.25,
    max: 720,
    when: { field: 'effect', is: 'shorten' },
  })
  hours?: number;
}

@CaseCommand('撤除战时时限（系统）', 'Remove a deadline modifier (system)', { permission: 'system.act' })
export class RemoveDeadlineModifier extends OneCase {
  @field.anyId('战时编号', 'Activation')
  activationId!: string;
}
