import { many, matching, one } from './kind.ts';

const gridCodeKind = matching(/^\d{15}$/, 'a grid code of 15 digits');
const regionCodeKind = matching(/^\d{6}(?:\d{3}){0,3}$/, 'a region code of 6, 9, 12 or 15 digits');

/** A district's code: 6 digits. */
export const districtCode = one(matching(/^\d{6}$/, 'a district code of 6 digits'));

/** A street's code: 9 digits. */
export const streetCode = one(matching(/^\d{9}$/, 'a street code of 9 digits'));

/** A district's or street's code: 6 or 9 digits. */
export const districtOrStreetCode = one(matching(/^\d{6}(?:\d{3})?$/, 'a district or street code of 6 or 9 digits'));

/** A community's or village's code: 12 digits. */
export const communityCode = one(matching(/^\d{12}$/, 'a community code of 12 digits'));

/** A grid's code: 15 digits, community and sequence. */
export const gridCode = one(gridCodeKind);
export const gridCodes = many(gridCodeKind);

/** A region code: 6, 9, 12 or 15 digits (district, street, community, grid). */
export const regionCode = one(regionCodeKind);
export const regionCodes = many(regionCodeKind);

/*
 * Codes of the catalogue, after the pattern of the field (large class, then small class), with a first digit that keeps
 * components and events apart: `1` component (部件) or `2` event (事件), two digits class, two digits sub-category.
 */

/** A class, `204`. */
export const classCode = one(matching(/^[12]\d{2}$/, 'a class code of three digits that begins with 1 or 2'));

/** A category's code, `20401`. */
export const categoryCode = one(matching(/^[12]\d{4}$/, 'a category code of five digits that begins with 1 or 2'));

/** The beginning of category codes: all components, one class, or one category. */
export const categoryPrefix = one(matching(/^[12](?:\d{2}(?:\d{2})?)?$/, '1, 3 or 5 digits and begin with 1 or 2'));

/** The same, or nothing: every category. */
export const categoryPrefixOrAll = one(
  matching(/^(?:[12](?:\d{2}(?:\d{2})?)?)?$/, 'empty, or 1, 3 or 5 digits and begin with 1 or 2'),
);
