import { IsISO8601, Matches, MaxLength, ValidateIf } from 'class-validator';
import { NoCitizenNumber } from '../validation/no-citizen-number.ts';

/** A region code: 6, 9, 12 or 15 digits (district, street, community, grid). */
export const IsRegionCode = (): PropertyDecorator =>
  Matches(/^\d{6}(?:\d{3}){0,3}$/, { message: '$property must be a region code of 6, 9, 12 or 15 digits' });

/** A day in China, `YYYY-MM-DD`, that exists in the calendar. */
export const IsDay = (): PropertyDecorator => (target, property) => {
  IsISO8601({ strict: true }, { message: '$property must be a day that exists' })(target, property);
  Matches(/^(?:19|20)\d{2}-\d{2}-\d{2}$/, { message: '$property must be a day, YYYY-MM-DD' })(target, property);
};

/** An account's name: an office code in small letters, digits and single hyphens, 3 to 32 long, a letter first. */
export const IsUsername = (): PropertyDecorator => (target, property) => {
  NoCitizenNumber()(target, property);
  Matches(/^(?=.{3,32}$)[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, {
    message: '$property must be 3 to 32 small letters, digits and single hyphens, a letter first',
  })(target, property);
};

/** One line people write: no control characters, no space at its ends, no citizen number, at most so long. */
export const IsPhrase =
  (maximum: number): PropertyDecorator =>
  (target, property) => {
    MaxLength(maximum)(target, property);
    NoCitizenNumber()(target, property);
    Matches(/^(?!\s)[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+(?<!\s)$/u, {
      message: '$property must be one line of text without spaces at its ends',
    })(target, property);
  };

/** A Chinese phone number in office: a mobile, or a landline with its area code. */
export const IsOfficePhone = (): PropertyDecorator =>
  Matches(/^(?:1[3-9]\d{9}|0\d{2,3}-\d{7,8})$/, {
    message: '$property must be a mobile number or area code, hyphen and landline',
  });

/** A field that may be left out. Unlike `IsOptional` it refuses null, which no decision expects. */
export const MayBeAbsent = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);
