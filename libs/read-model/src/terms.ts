/** A run of Chinese characters, or one word of anything else written with letters or digits. */
export interface Run {
  readonly text: string;
  readonly chinese: boolean;
}

const runs = /(?<han>\p{Script=Han}+)|[[\p{L}\p{M}\p{N}]--\p{Script=Han}]+/gv;

/** Splits text into runs; width and letter case do not matter (NFKC, lower case). */
export const runsOf = (text: string): readonly Run[] =>
  Array.from(text.normalize('NFKC').toLowerCase().matchAll(runs), (match) => ({
    text: match[0],
    chinese: match.groups?.['han'] !== undefined,
  }));

/** Bigrams of a Chinese run, then its last character alone: every part of the run is a phrase of them, or a prefix. */
const bigrams = (run: string): readonly string[] => {
  const characters = [...run];
  return characters.map((character, i) => character + (characters[i + 1] ?? ''));
};

/** The terms a text is indexed by, in order. */
export const termsOf = (text: string): readonly string[] =>
  runsOf(text).flatMap((run) => (run.chinese ? bigrams(run.text) : [run.text]));

/** What a text must contain for one run of the query: these terms one after the other, the last as a prefix or whole. */
export interface Phrase {
  /** The run as one text, of which the terms are the parts. */
  readonly text: string;
  readonly terms: readonly string[];
  readonly prefix: boolean;
}

/** The phrases of a query, all of which a text must contain: Chinese anywhere, other words by their beginning. */
export const phrasesOf = (query: string): readonly Phrase[] =>
  runsOf(query).map(({ text, chinese }) => {
    const characters = [...text];
    return chinese && characters.length > 1
      ? { text, terms: bigrams(text).slice(0, -1), prefix: false }
      : { text, terms: [text], prefix: true };
  });
