import { IsIn, IsInt, Matches, Max, Min, ValidateIf } from 'class-validator';
import { type BasisKind, basisKinds, type DeadlineEffect, deadlineEffects } from '../choices/wartime-choices.ts';
import { IsPhrase } from '../vocabulary/text.ts';

/** The ground somebody acts on. */
export class ActivationBasis {
  @IsIn(Object.keys(basisKinds))
  kind!: BasisKind;

  /** Reference of the document (文号). */
  @IsPhrase(100)
  reference!: string;

  /** Who issued it. */
  @IsPhrase(100)
  issuer!: string;
}

/** What happens to the deadlines of a class of cases. The longest prefix that fits a category decides. */
export class CaseDeadlineRule {
  /** Beginning of category codes: 1, 3 or 5 digits; empty: every category. */
  @Matches(/^(?:[12](?:\d{2}(?:\d{2})?)?)?$/)
  categoryPrefix!: string;

  @IsIn(Object.keys(deadlineEffects))
  effect!: DeadlineEffect;

  /** Natural hours, 1 to 720; where the effect is to shorten, and only there. */
  @ValidateIf((rule: CaseDeadlineRule) => rule.effect === 'shorten' || rule.hours !== undefined)
  @IsInt()
  @Min(1)
  @Max(720)
  hours?: number;
}

/** Something still open at a stand-down, and who has it from then on. */
export class Handover {
  /** Grids that were ordered and have not checked in. */
  @IsIn(['mobilisation'])
  kind!: 'mobilisation';

  /** The grid's code, or that of a region: then all that is open in it. */
  @Matches(/^\d{6}(?:\d{3}){0,3}$/)
  id!: string;

  /** Who has it from then on: a unit or post, or a person's id; never a name. */
  @IsPhrase(64)
  handedTo!: string;
}
