import type { Selection } from '@panshi/audit';
import { IsISO8601, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

/** Which part of history to replay; all conditions must hold. */
export class ReplayHistory {
  @IsOptional() @IsString() @MaxLength(120) stream?: string;

  @IsOptional() @Matches(/^(\d{6}|\d{9}|\d{12}|\d{15})$/) territory?: string;

  /** Event types, separated by commas. */
  @IsOptional() @Matches(/^\w+(,\w+){0,49}$/) type?: string;

  @IsOptional() @IsString() @MaxLength(64) case?: string;

  @IsOptional() @IsISO8601({ strict: true }) from?: string;

  @IsOptional() @IsISO8601({ strict: true }) to?: string;

  /** An instant or a position: what the log knew then. */
  @IsOptional() @Matches(/^[\w:.+-]{1,40}$/) asOf?: string;
}

const instant = (text: string | undefined): string | undefined => text && new Date(text).toISOString();

export const selectionOf = ({ stream, territory, type, case: caseId, from, to, asOf }: ReplayHistory): Selection => ({
  stream,
  territory,
  types: type?.split(','),
  caseId,
  from: instant(from),
  to: instant(to),
  asOf: asOf?.includes('T') ? instant(asOf) : asOf,
});
