/** A digit of a text, or the letter that stands for ten. */
export interface Figure {
  readonly value: number;
  readonly start: number;
  readonly end: number;
  /** What stands between it and the figure before: neither letters nor digits. */
  readonly gap: string;
  /** Whether it is a digit of some script, rather than a word or a sign for one. */
  readonly plain: boolean;
}

/** Words and signs for digits: Chinese as written, on documents of value, as spoken and as tallied, and filled circles. */
const words = [
  '〇零○⓿🄋🄌',
  '一壹弌幺〡❶➀➊⓵',
  '二贰貳弍〢❷➁➋⓶',
  '三叁參叄弎〣❸➂➌⓷',
  '四肆〤❹➃➍⓸',
  '五伍〥❺➄➎⓹',
  '六陆陸〦❻➅➏⓺',
  '七柒〧❼➆➐⓻',
  '八捌〨❽➇➑⓼',
  '九玖〩❾➈➒⓽',
];
const wordValues = new Map(
  words.flatMap((written, value) => [...written].map((character) => [character, value] as const)),
);

/** A digit, however it is written, of a text in Unicode's normal form KD. */
export const anyDigit = new RegExp(`[\\p{Nd}${words.join('')}]`, 'gu');

/** The letter, and what is written for it: signs of multiplication, letters of other alphabets. */
const ten = /^[X×✕✖✗✘⨯╳ХΧ]$/;
export const tenValue = 10;

const digit = /^\p{Nd}$/u;
const isDigit = (codePoint: number): boolean =>
  codePoint < 128 ? codePoint >= 48 && codePoint <= 57 : digit.test(String.fromCodePoint(codePoint));

/** Every script has its ten digits in a row. */
const digitValue = (codePoint: number): number => {
  let first = codePoint;
  while (isDigit(first - 1)) first -= 1;
  return (codePoint - first) % 10;
};

const valueOf = (character: string): number | undefined => {
  const codePoint = character.codePointAt(0)!;
  if (isDigit(codePoint)) return digitValue(codePoint);
  return wordValues.get(character) ?? (ten.test(character) ? tenValue : undefined);
};

/**
 * The figures that a character stands for, with nothing but brackets and points of its own around them: one, of `⒈` and `㈠`
 * too; none of a gap; undefined of what parts one number from the next.
 */
const figuresOf = (written: string): readonly Pick<Figure, 'value' | 'plain'>[] | undefined => {
  const figures: Pick<Figure, 'value' | 'plain'>[] = [];
  for (const character of written.normalize('NFKC').toUpperCase()) {
    const value = valueOf(character);
    if (value !== undefined) figures.push({ value, plain: isDigit(character.codePointAt(0)!) });
    else if (/[\p{L}\p{N}]/u.test(character)) return undefined;
  }
  return figures;
};

/** Runs of figures with nothing between them but gaps, however long. The letter for ten ends a run. */
export function* runsOf(text: string): Iterable<readonly Figure[]> {
  let run: Figure[] = [];
  let gap = '';
  let offset = 0;
  for (const written of text) {
    const [start, end] = [offset, (offset += written.length)];
    const figures = figuresOf(written);
    if (figures?.length === 0) gap += written;
    for (const { value, plain } of figures ?? []) {
      run.push({ value, plain, start, end, gap });
      gap = '';
      if (value === tenValue) {
        yield run;
        run = [];
      }
    }
    if (figures) continue;
    yield run;
    run = [];
    gap = '';
  }
  yield run;
}
