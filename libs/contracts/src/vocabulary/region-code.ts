import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, Matches } from 'class-validator';

/** A district's code: 6 digits. */
export const IsDistrictCode = (): PropertyDecorator =>
  Matches(/^\d{6}$/, { message: '$property must be a district code of 6 digits' });

/** A community's or village's code: 12 digits. */
export const IsCommunityCode = (): PropertyDecorator =>
  Matches(/^\d{12}$/, { message: '$property must be a community code of 12 digits' });

/** A grid's code: 15 digits, community and sequence. */
export const IsGridCode = (): PropertyDecorator =>
  Matches(/^\d{15}$/, { message: '$property must be a grid code of 15 digits' });

/** A region code: 6, 9, 12 or 15 digits (district, street, community, grid). */
export const IsRegionCode = (): PropertyDecorator =>
  Matches(/^\d{6}(?:\d{3}){0,3}$/, { message: '$property must be a region code of 6, 9, 12 or 15 digits' });

const listOf =
  (pattern: RegExp, what: string, least: number, most: number): PropertyDecorator =>
  (target, property) => {
    Matches(pattern, { each: true, message: `each of $property must be a ${what}` })(target, property);
    ArrayUnique()(target, property);
    ArrayMaxSize(most)(target, property);
    ArrayMinSize(least)(target, property);
    IsArray()(target, property);
  };

/** Codes of grids, at most 20, each once. */
export const IsGridCodes = (least: number): PropertyDecorator =>
  listOf(/^\d{15}$/, 'grid code of 15 digits', least, 20);

/** Region codes of a district, its streets, communities or grids; at most 500, each once. */
export const IsScope = (): PropertyDecorator => listOf(/^\d{6}(?:\d{3}){0,3}$/, 'region code', 1, 500);
