import type { Bilingual } from './bilingual.ts';

/** Why a value is refused. */
export class Refusal {
  /** @param rule its name @param words what goes on after the field's title: `must be a day`; never the value */
  constructor(
    readonly rule: string,
    readonly words: Bilingual,
  ) {}

  /** The same, said of the items of a list. */
  ofEach(): Refusal {
    return new Refusal(this.rule, { zh: `的每一项${this.words.zh}`, en: `has items, each of which ${this.words.en}` });
  }
}

/** A field that must be there, and is not. */
export const missing = new Refusal('missing', { zh: '缺失，请填写', en: 'is missing' });

/** Something else stands where an object belongs. */
export const noObject = new Refusal('object', { zh: '应为一个对象', en: 'must be an object' });

/** A field that its class does not have. */
export const unknownField = new Refusal('unknownField', { zh: '不是这里的字段', en: 'is no field here' });

/** What is in answers only is taken from nobody. */
export const answersOnly = new Refusal('answersOnly', { zh: '不能填写', en: 'cannot be given' });
