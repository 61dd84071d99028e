import { IsIn, IsNumber, IsUUID, Max, Min, ValidateIf } from 'class-validator';
import { Command } from '../message/command.ts';

/** A wartime activation changes the deadline. One modifier of each activation: a second replaces its first. */
@Command({
  service: 'case',
  route: 'PUT /cases/:caseId/modifiers/:activationId',
  permission: 'system.act',
  summary: { zh: '应用战时时限（系统）', en: 'Apply a deadline modifier (system)' },
})
export class ApplyDeadlineModifier {
  @IsUUID()
  caseId!: string;

  @IsUUID()
  activationId!: string;

  @IsIn(['shorten', 'pause'])
  effect!: 'shorten' | 'pause';

  /** Natural hours from now; where it shortens. */
  @ValidateIf((command: ApplyDeadlineModifier) => command.effect === 'shorten')
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0.25)
  @Max(720)
  hours?: number;
}

@Command({
  service: 'case',
  route: 'DELETE /cases/:caseId/modifiers/:activationId',
  permission: 'system.act',
  summary: { zh: '撤除战时时限（系统）', en: 'Remove a deadline modifier (system)' },
})
export class RemoveDeadlineModifier {
  @IsUUID()
  caseId!: string;

  @IsUUID()
  activationId!: string;
}
