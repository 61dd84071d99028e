import { type ModifierEffect, modifierEffects } from '../choices/case-choices.ts';
import { Command } from '../message/command.ts';
import * as field from '../vocabulary/fields.ts';

/** A wartime activation changes the deadline. One modifier of each activation: a second replaces its first. */
@Command({
  service: 'case',
  route: 'PUT /cases/:caseId/modifiers/:activationId',
  permission: 'system.act',
  summary: { zh: '应用战时时限（系统）', en: 'Apply a deadline modifier (system)' },
})
export class ApplyDeadlineModifier {
  @field.anyId('案卷编号', 'Case')
  caseId!: string;

  @field.anyId('战时编号', 'Activation')
  activationId!: string;

  @field.choice(modifierEffects, '时限调整', 'Effect')
  effect!: ModifierEffect;

  /** From now; where it shortens. */
  @field.amount('缩短至（自然小时）', 'Natural hours', {
    min: 0.25,
    max: 720,
    when: ({ effect }: ApplyDeadlineModifier) => effect === 'shorten',
  })
  hours?: number;
}

@Command({
  service: 'case',
  route: 'DELETE /cases/:caseId/modifiers/:activationId',
  permission: 'system.act',
  summary: { zh: '撤除战时时限（系统）', en: 'Remove a deadline modifier (system)' },
})
export class RemoveDeadlineModifier {
  @field.anyId('案卷编号', 'Case')
  caseId!: string;

  @field.anyId('战时编号', 'Activation')
  activationId!: string;
}
