import { describe, expect, it } from '@jest/globals';
import { allQueries, field, type FieldsType, readMessage, routedCommands } from '@panshi/contracts';
import { type Attack, attacksOn, nameOf, parsedOf } from '../hostile/attacks.ts';
import { bodyOf, isShaped, replaced, valueAt } from '../hostile/bodies.ts';
import { isRecorded } from '../hostile/recorded.ts';
import { hostileValues, misplaced } from '../hostile/values.ts';

class Part {
  @field.phrase('名称', 'Name', { max: 40, optional: true })
  name?: string;
}

class Sample {
  @field.body(() => Part, '部分', 'Part', { optional: true })
  part?: Part;

  @field.list(() => Part, '各部分', 'Parts', { optional: true })
  parts?: Part[];

  @field.phrase('名称', 'Name', { max: 40, optional: true })
  name?: string;
}

describe('a value that was taken', () => {
  it.each([
    ['a list for an object', ['part'], []],
    ['a list around an object', ['part'], [{ name: '甲' }]],
    ['a list of lists for a list of objects', ['parts'], [[]]],
    ['an object for a list', ['parts'], {}],
    ['a list for an item', ['parts', '0'], [{}]],
    ['an object for a text', ['name'], {}],
    ['a list for a text within', ['part', 'name'], []],
    ['null for an object', ['part'], null],
  ])('is altered where it is %s', (_, path, value) => {
    expect(isShaped(Sample, path, value)).toBe(false);
  });

  it.each([
    ['an object', ['part'], {}],
    ['a list of objects', ['parts'], [{}, { name: '甲' }]],
    ['an item', ['parts', '0'], {}],
    ['a text', ['parts', '0', 'name'], '甲'],
  ])('may be %s in its place', (_, path, value) => {
    expect(isShaped(Sample, path, value)).toBe(true);
  });

  it('is altered where the log holds a list that is shorter, or something else of that name', () => {
    expect(isRecorded([{}], ['parts'], [{ parts: [] }])).toBe(false);
    expect(isRecorded([], ['parts'], [{ parts: [], others: [1] }])).toBe(true);
    expect(isRecorded('甲', ['part', 'name'], [{ part: { name: '乙' }, text: '甲' }])).toBe(false);
    expect(isRecorded('甲', ['part', 'name'], [{ part: { name: '甲' } }])).toBe(true);
    expect(isRecorded('甲', ['name'], [{ text: '甲' }])).toBe(true);
    expect(isRecorded('320113001000', ['region'], [{ region: '320113001' }])).toBe(true);
  });
});

/** What a class makes of a body with a value in one field; undefined where it refuses that. */
const read = (type: FieldsType, path: readonly string[], value: unknown): unknown => {
  const result = readMessage(type, replaced(bodyOf(type, {}, path), path, value));
  return 'message' in result ? result.message : undefined;
};

describe('no command or query reads a value other than it was sent, or in its normal form:', () => {
  const queries = allQueries();
  const types = [...routedCommands(), ...queries];
  /** In an address a number is a text. */
  const isKept = ({ type, path }: Attack, sent: unknown, message: unknown): boolean =>
    isRecorded(sent, path, [message]) ||
    (queries.includes(type) && typeof sent === 'string' && isRecorded(Number(sent), path, [message]));

  it('whatever stands in a field', () => {
    const altered: string[] = [];
    let taken = 0;
    for (const attack of attacksOn(types, hostileValues)) {
      const { type, path, value } = attack;
      const sent = parsedOf(value);
      const message = sent === undefined ? undefined : read(type, path, sent);
      if (message === undefined) continue;
      taken += 1;
      if (!isShaped(type, path, sent) || !isKept(attack, sent, message)) altered.push(nameOf(attack));
    }
    expect(altered).toEqual([]);
    expect(taken).toBeGreaterThan(1000);
  });

  it('what is right in another shape', () => {
    const altered = attacksOn(types, misplaced).filter(({ type, path, value }) => {
      const sent = value.of(valueAt(bodyOf(type, {}, path), path));
      return read(type, path, sent) !== undefined && !isShaped(type, path, sent);
    });
    expect(altered.map(nameOf)).toEqual([]);
  });
});
