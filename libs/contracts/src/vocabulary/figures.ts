/** A digit of a text, or the letter that stands for ten. */
export interface Figure {
  readonly value: number;
  readonly start: number;
  readonly end: number;
  /** What stands between it and the figure before: neither letters nor digits. */
  readonly gap: string;
}

/** How digits are written in Chinese, plainly and on documents of value. */
const chinese = ['〇零○', '一壹', '二贰', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'];
const chineseDigits = new Map(
  chinese.flatMap((written, value) => [...written].map((character) => [character, value] as const)),
);

/** A digit, however it is written, of a text in Unicode's normal form KD. */
export const anyDigit = new RegExp(`[\\d${chinese.join('')}]`, 'g');

/** The letter, and what is written for it: signs of multiplication, letters of other alphabets. */
const ten = /^[X×✕✖⨯╳ХΧ]$/;
export const tenValue = 10;
/** Longer gaps part one number from the next. */
const gapAtMost = 8;

const valueOf = (character: string): number | undefined => {
  if (character >= '0' && character <= '9' && character.length === 1) return Number(character);
  return chineseDigits.get(character) ?? (ten.test(character) ? tenValue : undefined);
};

/** Runs of figures with nothing between them but gaps. The letter for ten ends a run. */
export function* runsOf(text: string): Iterable<readonly Figure[]> {
  let run: Figure[] = [];
  let gap = '';
  let offset = 0;
  for (const written of text) {
    const [start, end] = [offset, (offset += written.length)];
    const character = written.normalize('NFKC').toUpperCase();
    const value = valueOf(character);
    if (value !== undefined) {
      run.push({ value, start, end, gap });
      gap = '';
      if (value !== tenValue) continue;
    } else if (gap.length < gapAtMost && !/^[\p{L}\p{N}]/u.test(character)) {
      gap += written;
      continue;
    }
    yield run;
    run = [];
    gap = '';
  }
  yield run;
}
