import { describe, expect, it } from '@jest/globals';
import { refused, taken } from '../../test/refused.ts';
import * as field from './fields.ts';
import { readMessage } from './read.ts';

class Sample {
  @field.text('文本', 'Text', { max: 40, optional: true })
  text?: string;

  @field.phrase('短语', 'Phrase', { max: 40, optional: true })
  phrase?: string;

  @field.remark('说明', 'Remark', { max: 40, optional: true })
  remark?: string;

  @field.id('编号', 'Id', { optional: true })
  id?: string;

  @field.count('条数', 'Count', { asked: true, optional: true })
  count?: number;

  @field.instant('时刻', 'Instant', { optional: true })
  instant?: string;

  @field.instantOrDay('时刻或日期', 'Instant or day', { optional: true })
  instantOrDay?: string;

  @field.pastMoment('截至', 'As of', { optional: true })
  pastMoment?: string;

  @field.regionCode('区域', 'Region', { optional: true })
  region?: string;

  @field.amount('数量', 'Amount', { optional: true })
  amount?: number;

  @field.longitude('经度', 'Longitude', { asked: true, optional: true })
  lon?: number;
}

class Needing {
  @field.phrase('名称', 'Name', { max: 40 })
  name!: string;

  @field.texts('编号', 'Ids', { max: 9, most: 20, unique: true, optional: true })
  ids?: string[];

  @field.texts('许多', 'Many', { max: 9, most: 200_000, unique: true, optional: true })
  many?: string[];
}

const takes = (body: Partial<Record<keyof Sample, unknown>>): boolean => refused(Sample, body).length === 0;

describe('texts', () => {
  it.each(['text', 'phrase', 'remark'] as const)('%s takes no half of a character', (name) => {
    for (const half of ['a\ud800b', '\udc00', '\udc00\ud800']) expect(takes({ [name]: half })).toBe(false);
    expect(takes({ [name]: '𠮷野家' })).toBe(true);
  });

  it('of several lines take no other control characters than part and indent lines', () => {
    for (const control of ['a\u0000b', 'a\u001bb', '\u0085x', 'a\u007f'])
      expect(takes({ remark: control })).toBe(false);
    for (const lines of ['一\n二', '一\r\n\t二', ' 一 ']) expect(takes({ remark: lines })).toBe(true);
  });

  it('take no marks that turn the order of what follows, and nothing that is no character', () => {
    for (const misleading of ['abc\u202egnp.exe', 'a\u2066b\u2069', 'a\uffff', 'a\ufdd0', '𠮷\u{1fffe}'])
      expect([takes({ remark: misleading }), takes({ phrase: misleading })]).toEqual([false, false]);
    expect(takes({ remark: 'ئۇيغۇرچە\u200f، 一' })).toBe(true);
  });

  it('of several lines show something', () => {
    for (const unseen of ['', ' \n', '\u200b', '\u202e', '\ufeff\u2060', '\u3164'])
      expect(takes({ remark: unseen })).toBe(false);
  });
});

it('an id is one, in whatever letters it is written', () => {
  const id = '01890000-aaaa-7000-8000-0000000000cd';
  expect(taken(Sample, { id }).id).toBe(id);
  expect(taken(Sample, { id: id.toUpperCase() }).id).toBe(id);
  expect(takes({ id: id.replace('-', '') })).toBe(false);
});

it('another number is asked for as JSON writes it, in 24 characters at most', () => {
  for (const number of ['118.9', '-0.5', '1e-7', '4.940656458412465e-324', 118.9])
    expect(takes({ lon: number })).toBe(true);
  for (const other of ['', ' 1', '.5', '1.', '0x10', '1e', 'NaN', `1.${'0'.repeat(23)}`, '1e9', '181'])
    expect(takes({ lon: other })).toBe(false);
});

it('a whole number is asked for in digits', () => {
  for (const number of ['0', '7', '-1', 7]) expect(takes({ count: number })).toBe(true);
  for (const other of ['0x10', '1e1', ' 1', '1 ', '1.0', '', '+1', '１']) expect(takes({ count: other })).toBe(false);
});

describe('moments', () => {
  const none = ['2026-02-30T00:00:00Z', '2026-03-01T08:00:00', '20260301T100000Z', '2026-W10-1T10:00:00Z', '2026-060'];
  it.each(none)('%s is none', (text) => {
    expect(takes({ instant: text })).toBe(false);
    expect(takes({ instantOrDay: text })).toBe(false);
    expect(takes({ pastMoment: text })).toBe(false);
  });

  it('may have any offset, and be days or positions where that is said', () => {
    const instant = '2026-03-01T16:00:00+08:00';
    expect(takes({ instant, instantOrDay: instant, pastMoment: instant })).toBe(true);
    expect(takes({ instantOrDay: '2026-03-01', pastMoment: '2026-03-01' })).toBe(true);
    expect(takes({ pastMoment: '0000000000000001' })).toBe(true);
    expect(takes({ instant: '2026-03-01' })).toBe(false);
    expect(takes({ instantOrDay: '0000000000000001' })).toBe(false);
  });

  it('are kept in UTC', () => {
    expect(taken(Sample, { instant: '2026-03-01T16:00:00+08:00' }).instant).toBe('2026-03-01T08:00:00.000Z');
  });
});

describe('what is taken is kept as it was sent, or in its normal form', () => {
  it('composed characters are one', () => {
    expect(taken(Sample, { text: 'e\u0301', phrase: 'e\u0301', remark: 'e\u0301' })).toMatchObject({
      text: 'é',
      phrase: 'é',
      remark: 'é',
    });
  });

  it.each([
    ['320113001000', '320113001'],
    ['320113000000', '320113'],
    ['320113001001', '320113001001'],
  ])('region %s is %s', (written, region) => expect(taken(Sample, { region: written }).region).toBe(region));

  it('a region without a street is none', () => expect(takes({ region: '320113000' })).toBe(false));

  it('zero has no sign', () => expect(Object.is(taken(Sample, { count: -0 }).count, 0)).toBe(true));
});

describe('numbers', () => {
  it.each([1e-7, 1e308, Infinity, NaN, 0.001, 9_007_199_254_740_993, '1', null, [1]])('%p is no amount', (amount) => {
    expect(takes({ amount })).toBe(false);
  });

  it.each([0.25, 0.29, 999.99])('%d is one', (amount) => expect(taken(Sample, { amount }).amount).toBe(amount));
});

describe('a refusal', () => {
  const reading = (body: object) => {
    const read = readMessage(Sample, body);
    return 'refused' in read ? read.refused : [];
  };

  it('names a field once, by the first rule it breaks', () => {
    expect(reading({ remark: '\ud800'.repeat(50_000) }).map(({ rule }) => rule)).toEqual(['maxLength']);
  });

  it('names twenty fields and no more', () => {
    const fields = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`colour${i}`, i]));
    expect(reading(fields)).toHaveLength(20);
  });

  it('says of what is missing that it is', () => {
    expect(readMessage(Needing, {})).toMatchObject({ refused: [{ field: 'name', rule: 'missing' }] });
  });

  it('is no slower for a long list: sizes come first, and what is alike is found in one go', () => {
    const ids = Array.from({ length: 100_000 }, (_, i) => String(i));
    expect(readMessage(Needing, { name: 'x', ids })).toMatchObject({ refused: [{ rule: 'arrayMaxSize' }] });
    expect(readMessage(Needing, { name: 'x', many: ids })).toMatchObject({ message: { many: ids } });
    expect(readMessage(Needing, { name: 'x', many: [...ids, '7'] })).toMatchObject({
      refused: [{ field: 'many', rule: 'arrayUnique' }],
    });
  });
});
