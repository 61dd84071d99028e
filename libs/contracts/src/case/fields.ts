import { Type } from 'class-transformer';
import { IsDefined, IsISO8601, Matches, MaxLength, ValidateNested } from 'class-validator';
import { NoCitizenNumber } from '../validation/no-citizen-number.ts';

/** What people write about a case, in several lines at most. Sealed before it is recorded. */
export const IsRemark =
  (maximum: number): PropertyDecorator =>
  (target, property) => {
    MaxLength(maximum)(target, property);
    NoCitizenNumber()(target, property);
    Matches(/\S/, { message: '$property must say something' })(target, property);
  };

/** A unit (责任单位) by its name, in one line. */
export const IsUnit = (): PropertyDecorator => (target, property) => {
  MaxLength(40)(target, property);
  Matches(/^(?!\s)[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+(?<!\s)$/u, {
    message: '$property must be one line of text without spaces at its ends',
  })(target, property);
};

/** An instant in UTC with milliseconds, `2026-03-01T08:00:00.000Z`. */
export const IsInstant = (): PropertyDecorator => (target, property) => {
  IsISO8601({ strict: true }, { message: '$property must be a moment that exists' })(target, property);
  Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, {
    message: '$property must be an instant in UTC with milliseconds',
  })(target, property);
};

/** Name of an edition or version: letters, digits, dots and hyphens. */
export const IsEdition = (): PropertyDecorator =>
  Matches(/^[\p{L}\d][\p{L}\d.-]{0,39}$/u, {
    message: '$property must be at most 40 letters, digits, dots and hyphens',
  });

/** A day that exists, `2026-02-14`; with `each`, a list of them. */
export const IsLocalDate =
  (options: { each?: boolean } = {}): PropertyDecorator =>
  (target, property) => {
    IsISO8601({ strict: true }, { message: '$property must be a day that exists', ...options })(target, property);
    Matches(/^20\d{2}-\d{2}-\d{2}$/, { message: '$property must be a day, YYYY-MM-DD', ...options })(target, property);
  };

/** A body of a class that must be there: `ValidateNested` alone lets an absent one pass. */
export const IsBody =
  (type: () => new () => object): PropertyDecorator =>
  (target, property) => {
    Type(type)(target, property);
    ValidateNested()(target, property);
    IsDefined()(target, property);
  };
