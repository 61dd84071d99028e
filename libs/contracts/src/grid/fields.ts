import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsNumber,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';

/** A district's code: 6 digits. */
export const IsDistrictCode = (): PropertyDecorator =>
  Matches(/^\d{6}$/, { message: '$property must be a district code of 6 digits' });

/** A community's or village's code: 12 digits. */
export const IsCommunityCode = (): PropertyDecorator =>
  Matches(/^\d{12}$/, { message: '$property must be a community code of 12 digits' });

/** A grid's code: 15 digits, community and sequence. */
export const IsGridCode = (): PropertyDecorator =>
  Matches(/^\d{15}$/, { message: '$property must be a grid code of 15 digits' });

/** A truth value that may be absent, also as the text a query string carries. */
export const IsFlag = (): PropertyDecorator => (target, property) => {
  const read = ({ value }: { value: unknown }): unknown =>
    value === 'true' ? true : value === 'false' ? false : value;
  Transform(read)(target, property);
  IsBoolean()(target, property);
  IsOptional()(target, property);
};

/** A number of degrees in a range. */
const IsDegrees =
  (limit: number): PropertyDecorator =>
  (target, property) => {
    Max(limit)(target, property);
    Min(-limit)(target, property);
    IsNumber({ allowNaN: false, allowInfinity: false })(target, property);
  };

/** A number as a query string writes it; an empty text is none. */
const AsNumber = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && value.trim() !== '' ? Number(value) : value,
  );

/** A place in degrees; what lies beyond six decimals (0.1 m) is rounded away. */
export class Place {
  /** Longitude. */
  @IsDegrees(180)
  lon!: number;

  /** Latitude. */
  @IsDegrees(90)
  lat!: number;
}

/** A place asked about in a query string. */
export class PlaceAsked {
  /** Longitude. */
  @AsNumber()
  @IsDegrees(180)
  lon!: number;

  /** Latitude. */
  @AsNumber()
  @IsDegrees(90)
  lat!: number;
}

/** A list of bodies of one class, with its least and greatest length. */
export const IsListOf =
  (type: () => new () => object, least: number, most: number): PropertyDecorator =>
  (target, property) => {
    Type(type)(target, property);
    ValidateNested({ each: true })(target, property);
    ArrayMaxSize(most)(target, property);
    ArrayMinSize(least)(target, property);
    IsArray()(target, property);
  };

/** The corners of an outline, in order; it does not matter which way round, or whether the first comes again at the end. */
export const IsRing = (): PropertyDecorator => IsListOf(() => Place, 3, 501);

/** Region codes of a district, its streets, communities or grids; at most 500, each once. */
export const IsScope = (): PropertyDecorator => (target, property) => {
  Matches(/^\d{6}(?:\d{3}){0,3}$/, { each: true, message: 'each of $property must be a region code' })(
    target,
    property,
  );
  ArrayUnique()(target, property);
  ArrayMaxSize(500)(target, property);
  ArrayMinSize(1)(target, property);
  IsArray()(target, property);
};

/** Words that are searched for, at most 40 characters. */
export const IsSearchText = (): PropertyDecorator => (target, property) => {
  MaxLength(40)(target, property);
  MinLength(1)(target, property);
  IsString()(target, property);
};

/** A map's window, `west,south,east,north` in degrees: `118.8,32.0,119.2,32.3`. */
export const IsWindow = (): PropertyDecorator =>
  Matches(/^-?\d{1,3}(?:\.\d{1,12})?(?:,-?\d{1,3}(?:\.\d{1,12})?){3}$/, {
    message: '$property must be west,south,east,north in degrees',
  });
