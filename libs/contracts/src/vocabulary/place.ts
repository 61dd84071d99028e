import { Transform } from 'class-transformer';
import { IsNumber, Matches, Max, Min } from 'class-validator';
import { IsListOf } from './nested.ts';

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

/** The corners of an outline, in order; it does not matter which way round, or whether the first comes again at the end. */
export const IsRing = (): PropertyDecorator => IsListOf(() => Place, 3, 501);

/** A map's window, `west,south,east,north` in degrees: `118.8,32.0,119.2,32.3`. */
export const IsWindow = (): PropertyDecorator =>
  Matches(/^-?\d{1,3}(?:\.\d{1,12})?(?:,-?\d{1,3}(?:\.\d{1,12})?){3}$/, {
    message: '$property must be west,south,east,north in degrees',
  });
