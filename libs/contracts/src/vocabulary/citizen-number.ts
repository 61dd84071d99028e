import { anyDigit, type Figure, runsOf, tenValue } from './figures.ts';
import { isCountyCode } from './county-codes.ts';

/** Where in a text a citizen number stands: UTF-16 offsets, end exclusive. */
export interface CitizenNumberSpan {
  readonly start: number;
  readonly end: number;
}

/** Of the digits before the last (GB 11643-1999). */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';
/** Provinces, the special regions (81–83: residence permits), and 9 for foreign permanent residents. */
const province = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9\d)/;
const isDate = (year: number, month: number, day: number): boolean => {
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
};

/** The check character of a citizen number's first 17 digits. */
export const checkCharacter = (first17: string): string => checkOf((i) => Number(first17[i]));

const checkOf = (digit: (place: number) => number): string =>
  checkCharacters.charAt(weights.reduce((sum, weight, i) => sum + weight * digit(i), 0) % 11);

const textOf = (figures: readonly Figure[]): string => figures.map(({ value }) => value).join('');

/** Whether there are eighteen figures of the current form at a place. Most places are done with at the century. */
const isCurrentForm = (run: readonly Figure[], start: number): boolean => {
  const at = (place: number): number => run[start + place]?.value ?? -1;
  const century = at(6) * 10 + at(7);
  if (century !== 19 && century !== 20) return false;
  const text = textOf(run.slice(start, start + 17));
  return (
    standsInOnePiece(run, start) &&
    province.test(text) &&
    isDate(Number(text.slice(6, 10)), Number(text.slice(10, 12)), Number(text.slice(12, 14))) &&
    checkOf(at) === (at(17) === tenValue ? 'X' : String(at(17)))
  );
};

/** Whether digits end at a place and words for digits begin, or the other way round: `0038一楼`. */
const changesScript = (run: readonly Figure[], place: number): boolean => run[place - 1]?.plain !== run[place]?.plain;

/** Written without gaps a number may lie among other digits; with gaps, it begins and ends with a group of digits. */
const standsInOnePiece = (run: readonly Figure[], start: number): boolean => {
  const begins = (place: number): boolean => place === 0 || run[place]?.gap !== '' || changesScript(run, place);
  return (begins(start) && begins(start + 18)) || run.slice(start + 1, start + 18).every(({ gap }) => gap === '');
};

const currentFormIn = (run: readonly Figure[]): CitizenNumberSpan | undefined => {
  for (let start = 0; start + 18 <= run.length; start += 1)
    if (isCurrentForm(run, start)) return span(run.slice(start, start + 18));
  return undefined;
};

/**
 * The form issued until 1999, which has no check digit: a county, and a date of birth since 1920 (nobody older holds one).
 * Codes of grids have 15 digits too: street and community, in the places of the date, are told by how the two are numbered.
 */
const isOldForm = (text: string): boolean =>
  isCountyCode(text.slice(0, 6)) &&
  Number(text.slice(6, 8)) >= 20 &&
  isDate(1900 + Number(text.slice(6, 8)), Number(text.slice(8, 10)), Number(text.slice(10, 12))) &&
  !couldBeGrid(Number(text.slice(6, 9)), Number(text.slice(9, 12)));

/**
 * Streets are numbered from 1, towns from 100, townships from 200, others from 400 and 500, and a county has few of each;
 * residents' committees from 1, villages from 200, others from 400 and 500.
 */
const couldBeGrid = (street: number, community: number): boolean =>
  street < 600 && street % 100 <= streetsAtMost && [0, 200, 400, 500].includes(community - (community % 100));
const streetsAtMost = 20;

const span = (figures: readonly Figure[]): CitizenNumberSpan => ({
  start: figures[0]?.start ?? 0,
  end: figures.at(-1)?.end ?? 0,
});

/** What parts groups of a number of the old form; a point makes a fraction of what follows it. */
const looseGap = /^[\s\p{Pd}\p{Cf}_]*$/u;

/** No other digit may touch a number of the old form, unless a gap stands between. */
const oldFormIn = (run: readonly Figure[]): CitizenNumberSpan | undefined => {
  const parts = (place: number): boolean =>
    run[place] === undefined ||
    !/^[.．]?$/.test(run[place].gap) ||
    (run[place].gap === '' && changesScript(run, place));
  const found = run.findIndex((_, start) => {
    if (!((start === 0 || parts(start)) && parts(start + 15))) return false;
    const figures = run.slice(start, start + 15);
    return figures.slice(1).every(({ gap }) => looseGap.test(gap)) && isOldForm(textOf(figures));
  });
  return found < 0 ? undefined : span(run.slice(found, found + 15));
};

const fewestDigits = 15;

/** Whether there are digits enough, in whatever form they are written: most texts are done with this look. */
const couldHoldOne = (text: string): boolean => {
  const digits = text.normalize('NFKD').match(anyDigit);
  return digits !== null && digits.length >= fewestDigits;
};

/**
 * The first identity number of a citizen (居民身份证号) in a text: 18 characters with a valid check character, also inside
 * longer runs of digits, or 15 digits of the old form. Digits may be of any script, wide, circled or Chinese, and anything
 * but letters may stand between them, however much.
 */
export const citizenNumber = (text: string): CitizenNumberSpan | undefined => {
  if (!couldHoldOne(text)) return undefined;
  for (const run of runsOf(text)) {
    const found = numberIn(run);
    if (found) return found;
  }
  return undefined;
};

/** In figures that nothing but gaps parts. The letter for ten, if any, is the last of them. */
const numberIn = (run: readonly Figure[]): CitizenNumberSpan | undefined =>
  currentFormIn(run) ?? oldFormIn(run.at(-1)?.value === tenValue ? run.slice(0, -1) : run);
