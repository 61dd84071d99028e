import { Rejection, type RejectionKind, type RejectionParams } from './rejection.ts';

/** What one code says in both languages; a `{name}` in it is filled from the refusal's parameters. */
export interface Wording {
  readonly zh: string;
  readonly en: string;
  /** `conflict` where it is absent. */
  readonly kind?: RejectionKind;
}

/** Words by code. */
export type Wordings = Readonly<Record<string, Wording>>;

/** The names in a text's braces. */
type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** What the words of a code leave open: `'gridCode'` of `'There is no grid {gridCode}'`. */
export type PlaceholdersOf<W extends Wording> = Placeholders<W['zh']> | Placeholders<W['en']>;

/** Entries whose languages leave the same open are as they are; others fit nothing. */
type AlikeInBoth<T extends Wordings> = {
  readonly [Code in keyof T]: [PlaceholdersOf<T[Code]>] extends [
    Placeholders<T[Code]['zh']> & Placeholders<T[Code]['en']>,
  ]
    ? unknown
    : 'both languages must have the same placeholders';
};

/** Declares a table of worded codes. It does not compile where the languages of an entry have other placeholders. */
export const worded = <const T extends Wordings>(table: T & AlikeInBoth<T>): T => table;

const ofKind =
  <const Kind extends RejectionKind>(kind: Kind) =>
  <const Zh extends string, const En extends string>(zh: Zh, en: En) => ({ kind, zh, en });

/** The words of a refusal in Chinese and English, by what the caller could do about it. */
export const invalid = ofKind('invalid');
export const notFound = ofKind('not-found');
export const conflict = ofKind('conflict');
export const forbidden = ofKind('forbidden');

/** The parameters a code takes: one for each placeholder, and no others. */
export type ParamsOf<W extends Wording> = { readonly [Name in PlaceholdersOf<W>]: string | number };

/** A text with its placeholders filled; those without a parameter stay. */
export const filled = (text: string, params: RejectionParams): string =>
  text.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => String(params[name] ?? placeholder));

/** Nothing for a code without placeholders, else its parameters. */
export type Filling<W extends Wording> = [PlaceholdersOf<W>] extends [never] ? [] : [params: ParamsOf<W>];

/** Refuses with one of a table's codes and exactly the parameters that its words name. */
export type Rejector<T extends Wordings> = <Code extends keyof T & string>(
  code: Code,
  ...filling: Filling<T[Code]>
) => never;

/** Binds a table of worded refusals. @throws {Rejection} whenever what it gives is called */
export const rejector =
  <T extends Wordings>(table: T): Rejector<T> =>
  (code, ...[params]) => {
    throw new Rejection(code, params, table[code]?.kind);
  };
