import { describe, expect, it } from '@jest/globals';
import { Rejection } from './rejection.ts';
import { rejector, worded } from './rejector.ts';

const table = worded({
  'lamp.unknown': { kind: 'not-found', zh: '没有路灯 {lampId}', en: 'There is no lamp {lampId}' },
  'lamp.too-many': { zh: '{street} 最多 {most} 盏', en: 'At most {most} in {street}' },
  'lamp.whole': { zh: '路灯完好', en: 'The lamp is whole' },
});
const reject = rejector(table);

const caught = (refuse: () => never): unknown => {
  try {
    return refuse();
  } catch (error) {
    return error;
  }
};

describe('a rejector', () => {
  it('throws the code, its parameters and its kind', () => {
    const error = caught(() => reject('lamp.unknown', { lampId: 'l-1' }));
    expect(error).toBeInstanceOf(Rejection);
    expect(error).toMatchObject({ code: 'lamp.unknown', params: { lampId: 'l-1' }, kind: 'not-found' });
    expect(caught(() => reject('lamp.whole'))).toMatchObject({ params: {}, kind: 'conflict' });
  });

  it('is refused by the compiler for what the table does not say', () => {
    const wrong = [
      // @ts-expect-error an unknown code
      () => reject('lamp.wordless'),
      // @ts-expect-error a parameter is missing
      () => reject('lamp.too-many', { street: '中山北路' }),
      // @ts-expect-error all parameters are missing
      () => reject('lamp.unknown'),
      // @ts-expect-error a parameter of another name
      () => reject('lamp.unknown', { lamp: 'l-1' }),
      // @ts-expect-error a parameter that the words do not name
      () => reject('lamp.unknown', { lampId: 'l-1', street: '中山北路' }),
      // @ts-expect-error parameters where the words name none
      () => reject('lamp.whole', { lampId: 'l-1' }),
      // @ts-expect-error a value that no text can show
      () => reject('lamp.unknown', { lampId: undefined }),
    ];
    for (const refuse of wrong) expect(caught(refuse)).toBeInstanceOf(Rejection);
  });
});

describe('a table of words', () => {
  it('is refused by the compiler where its languages leave other things open', () => {
    const uneven = [
      // @ts-expect-error only one language names the lamp
      worded({ 'lamp.unknown': { zh: '没有路灯', en: 'There is no lamp {lampId}' } }),
      // @ts-expect-error the languages name it differently
      worded({ 'lamp.unknown': { zh: '没有路灯 {lamp}', en: 'There is no lamp {lampId}' } }),
      // @ts-expect-error one language is missing
      worded({ 'lamp.unknown': { zh: '没有路灯' } }),
      // @ts-expect-error a kind that does not exist
      worded({ 'lamp.unknown': { kind: 'gone', zh: '没有路灯', en: 'There is no lamp' } }),
    ];
    expect(uneven.map((entry) => Object.keys(entry))).toEqual(uneven.map(() => ['lamp.unknown']));
  });
});
