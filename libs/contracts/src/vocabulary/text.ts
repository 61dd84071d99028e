import { IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { NoCitizenNumber } from './no-citizen-number.ts';

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

/** A unit (责任单位) by its name, in one line. */
export const IsUnit = (): PropertyDecorator => IsPhrase(40);

/** What people write about a case, in several lines at most. Sealed before it is recorded. */
export const IsRemark =
  (maximum: number): PropertyDecorator =>
  (target, property) => {
    MaxLength(maximum)(target, property);
    NoCitizenNumber()(target, property);
    Matches(/\S/, { message: '$property must say something' })(target, property);
  };

/** Words that are searched for, at most 40 characters. */
export const IsSearchText = (): PropertyDecorator => (target, property) => {
  MaxLength(40)(target, property);
  MinLength(1)(target, property);
  IsString()(target, property);
};

/** Name of an edition or version: letters, digits, dots and hyphens. */
export const IsEdition = (): PropertyDecorator =>
  Matches(/^[\p{L}\d][\p{L}\d.-]{0,39}$/u, {
    message: '$property must be at most 40 letters, digits, dots and hyphens',
  });

/** An account's name: an office code in small letters, digits and single hyphens, 3 to 32 long, a letter first. */
export const IsUsername = (): PropertyDecorator => (target, property) => {
  NoCitizenNumber()(target, property);
  Matches(/^(?=.{3,32}$)[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, {
    message: '$property must be 3 to 32 small letters, digits and single hyphens, a letter first',
  })(target, property);
};

/** A Chinese phone number in office: a mobile, or a landline with its area code. */
export const IsOfficePhone = (): PropertyDecorator =>
  Matches(/^(?:1[3-9]\d{9}|0\d{2,3}-\d{7,8})$/, {
    message: '$property must be a mobile number or area code, hyphen and landline',
  });
