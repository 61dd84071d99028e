import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { growth, quadratic } from '../../test/growth.ts';
import { checkCharacter, citizenNumber } from './citizen-number.ts';

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((d) => d.join(''));
const region = fc
  .tuple(fc.constantFrom('11', '32', '44', '65', '71', '83', '9'), digits(5))
  .map(([head, tail]) => (head + tail).slice(0, 6));
const born = (from: string, to: string) =>
  fc
    .date({ min: new Date(from), max: new Date(to), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''));
const first17 = fc.tuple(region, born('1900-01-01', '2026-01-01'), digits(3)).map((parts) => parts.join(''));
const current = first17.map((digits17) => digits17 + checkCharacter(digits17));
const county = fc.constantFrom('110105', '320113', '310101', '440301', '513221', '659001');
const old = fc
  .tuple(county, born('1953-01-01', '1999-12-31'), digits(3))
  .map(([place, date, last]) => place + date.slice(2) + last);
/** Ways to write a digit that are none of ASCII. */
const scripts = [
  '０１２３４５６７８９',
  '٠١٢٣٤٥٦٧٨٩',
  '०१२३४५६७८९',
  '𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗',
  '0⒈⒉⒊⒋⒌⒍⒎⒏⒐',
  '〇㈠㈡㈢㈣㈤㈥㈦㈧㈨',
  '零幺二三四五六七八九',
  '零壹貳參肆伍陸柒捌玖',
  '〇〡〢〣〤〥〦〧〨〩',
  '⓿❶❷❸❹❺❻❼❽❾',
].map((digits10) => [...digits10]);
const writtenIn = (script: readonly string[], text: string): string => text.replace(/\d/g, (c) => script[Number(c)]!);
const fullWidth = (text: string): string =>
  text.replace(/[\dX]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

describe('citizen numbers in free text', () => {
  it('are found in any surrounding text, digits included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), current, fc.string({ unit: 'binary' }), (before, number, after) => {
        expect(citizenNumber(`${before}${number}${after}`)).toBeDefined();
      }),
    );
    fc.assert(
      fc.property(digits(9), current, digits(9), (before, number, after) => {
        expect(citizenNumber(before + number + after)).toBeDefined();
      }),
    );
  });

  it('are found with spaces or dashes between, and in full width', () => {
    const between = fc.constantFrom('', '', '', ' ', '  ', '-', '－', '—', '\u3000', '_', '\u200b', ' - ');
    fc.assert(
      fc.property(current, fc.array(between, { minLength: 17, maxLength: 17 }), fc.boolean(), (number, gaps, wide) => {
        const spaced = [...number].map((c, i) => c + (gaps[i] ?? '')).join('');
        expect(citizenNumber(wide ? fullWidth(spaced) : spaced)).toEqual({ start: 0, end: spaced.length });
      }),
    );
  });

  it('are found in every script, mixed too, and with gaps of any length', () => {
    const script = fc.constantFrom(...scripts);
    const gap = fc
      .tuple(fc.constantFrom(' ', '-', '—', '·', '\n'), fc.integer({ min: 1, max: 100 }))
      .map(([each, times]) => each.repeat(times));
    fc.assert(
      fc.property(current, script, script, gap, gap, (number, one, other, before, after) => {
        for (const [a, b] of [
          ['', ''],
          [before, after],
        ]) {
          const text = `${writtenIn(one, number.slice(0, 6))}${a}${writtenIn(other, number.slice(6, 14))}${b}${number.slice(14)}`;
          expect(citizenNumber(text)).toEqual({ start: 0, end: text.length });
        }
      }),
    );
  });

  it('of the old form are found where no other digit touches them', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[\p{L},。]{0,9}$/u),
        old,
        fc.stringMatching(/^[\p{L},。]{0,9}$/u),
        (before, number, after) => {
          expect(citizenNumber(`${before}${number}${after}`)).toEqual({
            start: before.length,
            end: before.length + 15,
          });
        },
      ),
    );
  });

  it('with a wrong check character are none', () => {
    fc.assert(
      fc.property(first17, fc.constantFrom(...'0123456789X'), (number, check) => {
        fc.pre(check !== checkCharacter(number));
        expect(citizenNumber(number + check)).toBeUndefined();
      }),
    );
  });

  it.each([
    ['the example of GB 11643', '11010519491231002X', [0, 18]],
    ['a small x', '证号11010519491231002x。', [2, 20]],
    ['full width', '１１０１０５１９４９１２３１００２Ｘ', [0, 18]],
    ['in groups', '身份证 110105 19491231 002X', [4, 24]],
    ['a phone number before it', '13812345678 11010519491231002X', [12, 30]],
    ['the old form in groups', '110105 491231 002', [0, 17]],
    ['the old form in groups after a phone number', '13812345678 110105 491231 002 电话', [12, 29]],
    ['the old form after a phone number', '13812345678 110105491231002', [12, 27]],
    ['points between', '110105.19491231.002X', [0, 20]],
    ['wide brackets', '110105（19491231）002X', [0, 20]],
    ['brackets and slashes of all kinds', '【110105】/「1949」·12*31|002X', [1, 26]],
    ['the sign of multiplication for its X', '11010519491231002×', [0, 18]],
    ['a Cyrillic letter for its X', '11010519491231002Х', [0, 18]],
    ['Chinese digits', '一一〇一〇五一九四九一二三一〇〇二X', [0, 18]],
    ['digits of documents of value', '壹壹零壹零伍壹玖肆玖壹贰叁壹零零贰X', [0, 18]],
    ['digits in circles and keycaps', '①①0①0⑤1️⃣9491231002X', [0, 20]],
    ['twenty hyphens between', `110101${'-'.repeat(20)}19900307${'-'.repeat(20)}4514`, [0, 58]],
    ['sixty spaces between', `110101${' '.repeat(60)}199003074514`, [0, 78]],
    ['digits with points of their own', '⒈⒈0⒈0⒈⒈990030745⒈4', [0, 18]],
    ['digits in brackets of their own', '㈠㈠〇㈠〇㈠㈠九九〇〇三〇七四五㈠四', [0, 18]],
    ['digits as they are spoken', '幺幺零幺零幺幺九九零零三零七四五幺四', [0, 18]],
    ['digits of another script', '١١٠١٠١١٩٩٠٠٣٠٧٤٥١٤', [0, 18]],
    ['a number that is followed by a word for one', '110105 19491231 0038一楼', [0, 20]],
    ['the old form between words for digits', '第一110105491231002一', [2, 17]],
    ['the old form in another script', '११०१०५४९१२३१००२', [0, 15]],
    ['a name before it, without a space', '张三110105194912310038', [2, 20]],
    ['the old form alone', '110105491231002', [0, 15]],
  ])('finds %s', (_, text, [start, end]) => {
    expect(citizenNumber(text)).toEqual({ start, end });
  });

  it.each([
    ['phone numbers', '13812345678、025-85551234 转 8001，或 400-820-8820'],
    ['a day that does not exist', '110105194902300021'],
    ['the code of a grid', '网格 320113001001003、320113002212017、320113009001001'],
    ['the code of a grid in a development zone', '网格 320113401001001 积水'],
    ['fifteen digits of a county that never was', '329913491231002'],
    ['coordinates', '118.905231 32.110120, 110105.491231002'],
    ['an instant', '2026-03-01T08:00:00.000Z'],
    ['a bank card', '6222021234567890123'],
    ['a UUID', '0195c7e2-7b1a-7000-8000-123456789012'],
    ['two lists of numbers', '110105\n1. 2. 3. 4. 5.'],
    ['nothing', ''],
  ])('lets %s pass', (_, text) => {
    expect(citizenNumber(text)).toBeUndefined();
  });

  it.each(['1', '1 ', '一.', '110105', '㈠ ', '١', '⑩', '1---------'])(
    'are looked for in a run of %j in linear time',
    (part) => {
      const run = (size: number) => {
        const text = part.repeat(size);
        return () => citizenNumber(text);
      };
      expect(run(200_000)()).toBeUndefined();
      expect(growth(5_000, run)).toBeLessThan(quadratic);
    },
  );
});

describe('numbers of other things', () => {
  const from = (min: number, max: number) => fc.integer({ min, max });
  const padded = (min: number, max: number, length: number) =>
    from(min, max).map((number) => String(number).padStart(length, '0'));
  const joined = (...parts: readonly (fc.Arbitrary<string> | string)[]) =>
    fc.tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part))).map((all) => all.join(''));
  const day = joined(padded(2015, 2035, 4), padded(1, 12, 2), padded(1, 28, 2));
  const counties = fc.constantFrom('320113', '110105', '310115', '440305', '510104');
  const street = fc.oneof(padded(1, 20, 3), padded(100, 118, 3), padded(200, 218, 3), padded(400, 405, 3));
  const communities = fc.oneof(padded(1, 60, 3), padded(200, 240, 3), padded(400, 410, 3));
  const organisation = fc.stringMatching(/^[0-9A-HJ-NP-RTUWXY]{10}$/);
  const degree = joined(from(118, 119).map(String), '.', padded(0, 999_999, 6));
  const latitude = joined(from(31, 32).map(String), '.', padded(0, 999_999, 6));
  const numbers: Readonly<Record<string, fc.Arbitrary<string>>> = {
    grids: joined('网格 ', counties, street, communities, padded(1, 40, 3), ' 积水'),
    mobiles: joined('电话1', from(3, 9).map(String), digits(9), '、1', from(3, 9).map(String), digits(9)),
    landlines: joined('025-', digits(8), ' 转 ', digits(4)),
    cases: joined('案卷', day, '-', digits(4)),
    hotline: joined('12345工单 ', fc.constantFrom('NJ', 'GD', ''), day, digits(6)),
    credit: joined('91', counties, organisation),
    documents: joined('宁栖政发〔', from(2000, 2035).map(String), '〕', from(1, 999).map(String), '号'),
    coordinates: joined(degree, fc.constantFrom(',', ', ', ' '), latitude),
  };
  const kinds = Object.values(numbers);

  it('are let pass: of 10,000 at most one is taken for a citizen number', () => {
    const corpus = kinds.flatMap((kind) => fc.sample(kind, Math.ceil(10_000 / kinds.length)));
    expect(corpus.filter((text) => citizenNumber(text) !== undefined).length).toBeLessThanOrEqual(1);
  });

  it.each(scripts.map((script) => [script.join(' '), script] as const))(
    'are let pass written in %s, and with long gaps for short ones',
    (_, script) => {
      const corpus = kinds.flatMap((kind) => fc.sample(kind, Math.ceil(10_000 / kinds.length)));
      const written = corpus.map((text) => writtenIn(script, text).replace(/[-、 ,]/g, (c) => c.repeat(20)));
      expect(written.filter((text) => citizenNumber(text) !== undefined).length).toBeLessThanOrEqual(1);
    },
  );
});
