import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
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
const old = fc
  .tuple(region, born('1920-01-01', '1999-12-31'), digits(3))
  .map(([place, date, last]) => place + date.slice(2) + last);
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
  ])('finds %s', (_, text, [start, end]) => {
    expect(citizenNumber(text)).toEqual({ start, end });
  });

  it.each([
    ['phone numbers', '13812345678、025-85551234 转 8001，或 400-820-8820'],
    ['a day that does not exist', '110105194902300021'],
    ['the code of a grid', '网格 320113001001003、320113002212017、320113009001001'],
    ['coordinates', '118.905231 32.110120, 110105.491231002'],
    ['an instant', '2026-03-01T08:00:00.000Z'],
    ['a bank card', '6222021234567890123'],
    ['a UUID', '0195c7e2-7b1a-7000-8000-123456789012'],
    ['two lists of numbers', '110105\n1. 2. 3. 4. 5.'],
    ['nothing', ''],
  ])('lets %s pass', (_, text) => {
    expect(citizenNumber(text)).toBeUndefined();
  });

  it('are looked for in linear time: a long run of digits does not block the server', () => {
    expect(citizenNumber('1'.repeat(200_000))).toBeUndefined();
    expect(citizenNumber('1 '.repeat(200_000))).toBeUndefined();
  });
});
