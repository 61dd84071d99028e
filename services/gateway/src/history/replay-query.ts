import { beginningOf, endOf, positionOrEndOf, type Selection } from '@panshi/audit';
import { IsISO8601, IsOptional, IsString, Matches, MaxLength, ValidateIf } from 'class-validator';

/** Which part of history to replay; all conditions must hold. */
export class ReplayHistory {
  @IsOptional() @IsString() @MaxLength(120) stream?: string;

  @IsOptional() @Matches(/^(\d{6}|\d{9}|\d{12}|\d{15})$/) territory?: string;

  /** Event types, separated by commas. */
  @IsOptional() @Matches(/^\w+(,\w+){0,49}$/) type?: string;

  @IsOptional() @IsString() @MaxLength(64) case?: string;

  /** An instant, or a day: from its beginning in China. */
  @IsOptional() @IsISO8601({ strict: true }) from?: string;

  /** An instant, or a day: to its end in China. */
  @IsOptional() @IsISO8601({ strict: true }) to?: string;

  /** An instant, a day or a position: what the log knew then. */
  @IsOptional()
  @ValidateIf(({ asOf }: ReplayHistory) => !/^\d{16}$/.test(asOf ?? ''))
  @IsISO8601({ strict: true })
  asOf?: string;
}

export const selectionOf = ({ stream, territory, type, case: caseId, from, to, asOf }: ReplayHistory): Selection => ({
  stream,
  territory,
  types: type?.split(','),
  caseId,
  from: from && beginningOf(from),
  to: to && endOf(to),
  asOf: asOf && positionOrEndOf(asOf),
});
