/** Where in a text a citizen number stands: UTF-16 offsets, end exclusive. */
export interface CitizenNumberSpan {
  readonly start: number;
  readonly end: number;
}

interface Digit {
  readonly value: number;
  readonly start: number;
  readonly end: number;
  /** Whether a space or dash stands between it and the digit before. */
  readonly apart: boolean;
}

/** Of the digits before the last (GB 11643-1999). */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';
/** Provinces, the special regions (81–83: residence permits), and 9 for foreign permanent residents. */
const province = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9\d)/;
/** What may stand between digits, once or a few times: spaces, dashes, marks that cannot be seen. */
const separator = /[\s\p{Pd}\p{Cf}_]/u;
const separatorsAtMost = 3;

const isDate = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && month >= 1 && day >= 1;
};

/** The check character of a citizen number's first 17 digits. */
export const checkCharacter = (first17: string): string =>
  checkCharacters.charAt(weights.reduce((sum, weight, i) => sum + weight * Number(first17[i]), 0) % 11);

const isCurrentForm = (text: string): boolean =>
  province.test(text) &&
  /^(19|20)/.test(text.slice(6)) &&
  isDate(Number(text.slice(6, 10)), Number(text.slice(10, 12)), Number(text.slice(12, 14))) &&
  checkCharacter(text) === text[17];

/**
 * The form issued until 1999, which has no check digit. Births before 1920 are left out: nobody holds such a number,
 * and the region codes of grids, 15 digits too, look like them.
 */
const isOldForm = (text: string): boolean =>
  province.test(text) &&
  Number(text.slice(6, 8)) >= 20 &&
  isDate(1900 + Number(text.slice(6, 8)), Number(text.slice(8, 10)), Number(text.slice(10, 12)));

const textOf = (digits: readonly Digit[]): string => digits.map(({ value }) => value).join('');

const span = (digits: readonly Digit[], end = digits.at(-1)?.end): CitizenNumberSpan => ({
  start: digits[0]?.start ?? 0,
  end: end ?? 0,
});

/** The old form has nothing to check but its date, so no other digit may touch it, unless a separator stands between. */
const oldFormIn = (run: readonly Digit[]): CitizenNumberSpan | undefined => {
  const standsAlone = (start: number): boolean =>
    (start === 0 || run[start]?.apart === true) && (run.length === start + 15 || run[start + 15]?.apart === true);
  const start = run.findIndex((_, i) => standsAlone(i) && isOldForm(textOf(run.slice(i, i + 15))));
  return start < 0 ? undefined : span(run.slice(start, start + 15));
};

const fewestDigits = 15;

/** Whether there are digits enough, in whatever form they are written: most texts are done with this look. */
const couldHoldOne = (text: string): boolean => {
  const digits = text.normalize('NFKD').match(/\d/g);
  return digits !== null && digits.length >= fewestDigits;
};

/**
 * The first identity number of a citizen (居民身份证号) in free text: 18 characters with a valid check character, also
 * inside longer runs of digits, or 15 digits of the old form; digits of full width too, and with spaces or dashes
 * between them.
 */
export const citizenNumber = (text: string): CitizenNumberSpan | undefined => {
  if (!couldHoldOne(text)) return undefined;
  let run: Digit[] = [];
  let separators = 0;
  let offset = 0;
  for (const written of text) {
    const [start, end] = [offset, (offset += written.length)];
    const character = written.normalize('NFKC').toUpperCase();
    if (/^\d$/.test(character)) {
      run.push({ value: Number(character), start, end, apart: separators > 0 });
      separators = 0;
      if (isCurrentForm(textOf(run.slice(-18)))) return span(run.slice(-18));
      continue;
    }
    if (character === 'X' && isCurrentForm(`${textOf(run.slice(-17))}X`)) return span(run.slice(-17), end);
    if (separator.test(character) && ++separators <= separatorsAtMost) continue;
    const old = oldFormIn(run);
    if (old) return old;
    run = [];
    separators = 0;
  }
  return oldFormIn(run);
};
