import { type FieldDecorator, matching, mustBe, one } from './kind.ts';
import { body, list } from './nested-fields.ts';
import { GivenPlace, Place, SentPlace } from './place.ts';

/** A place in degrees of WGS-84. */
export const place: FieldDecorator = (zh, en, options) => body(() => Place, zh, en, options);

/** A place that is sent, in WGS-84 unless it says otherwise. */
export const sentPlace: FieldDecorator = (zh, en, options) => body(() => SentPlace, zh, en, options);

/** A place as it was sent, where that was not in WGS-84. */
export const givenPlace = (zh: string, en: string): PropertyDecorator =>
  body(() => GivenPlace, zh, en, { optional: true });

/** The corners of an outline in WGS-84, in order; it does not matter which way round, or whether the first comes again at the end. */
export const ring: FieldDecorator = (zh, en, options) => list(() => Place, zh, en, { ...options, least: 3, most: 501 });

const window = {
  zh: '以度为单位的“西,南,东,北”，西南角在前',
  en: 'west,south,east,north in degrees, the south-western corner first',
};

const isWindow = ([west = 0, south = 0, east = 0, north = 0]: readonly number[]): boolean =>
  west >= -180 && west <= east && east <= 180 && south >= -90 && south <= north && north <= 90;

/** A map's window, `west,south,east,north` in degrees of WGS-84: `118.8,32.0,119.2,32.3`. */
export const mapWindow = one(
  matching({
    pattern: /^-?\d{1,3}(?:\.\d{1,12})?(?:,-?\d{1,3}(?:\.\d{1,12})?){3}$/,
    what: window,
    further: (text) => (isWindow(text.split(',').map(Number)) ? text : mustBe('matches', window.zh, window.en)),
  }),
);
