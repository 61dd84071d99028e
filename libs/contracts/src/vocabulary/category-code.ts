import { Matches } from 'class-validator';

/**
 * Codes of the catalogue, after the pattern of the field (large class, then small class), with a first digit that keeps
 * components and events apart: `1` component (部件) or `2` event (事件), two digits class, two digits sub-category.
 */
export const categoryCodePattern = /^[12]\d{4}$/;

/** A class, `204`. */
export const classCodePattern = /^[12]\d{2}$/;

/** A category's code, `20401`. */
export const IsCategoryCode = (): PropertyDecorator =>
  Matches(categoryCodePattern, { message: '$property must be a category code of five digits that begins with 1 or 2' });

/** The beginning of category codes: all components, one class, or one category. */
export const IsCategoryPrefix = (): PropertyDecorator =>
  Matches(/^[12](?:\d{2}(?:\d{2})?)?$/, { message: '$property must be 1, 3 or 5 digits and begin with 1 or 2' });
