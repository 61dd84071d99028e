import { describe, expect, it } from '@jest/globals';
import { allCommands, allQueries, type Field, field, fieldsOf, type FieldsType } from '@panshi/contracts';
import { InvalidMessage } from '@panshi/messaging';
import { validated } from './validated.ts';

/** What is said of a body, `field: rule`. */
const refused = (type: FieldsType, body: unknown): readonly string[] => {
  try {
    validated(type, body);
    return [];
  } catch (error) {
    if (!(error instanceof InvalidMessage)) throw error;
    return error.fields.map(({ field, rule }) => `${field}: ${rule}`);
  }
};

const nestedType = ({ of }: Field): FieldsType | undefined => (typeof of === 'function' ? of() : undefined);

/** The classes, and those of what nests in them. */
const withNested = (types: Iterable<FieldsType>): ReadonlySet<FieldsType> => {
  const found = new Set(types);
  for (const type of found)
    for (const each of fieldsOf(type).values()) {
      const inner = nestedType(each);
      if (inner) found.add(inner);
    }
  return found;
};

const known = [...withNested([...allCommands(), ...allQueries()])];

type Row = readonly [name: string, type: FieldsType, field: string, isList: boolean];
const nesting = known.flatMap((type) =>
  [...fieldsOf(type)]
    .filter(([, each]) => nestedType(each))
    .map(([name, { list }]): Row => [`${type.name}.${name}`, type, name, list !== undefined]),
);

describe('a field that nests', () => {
  it('is found in commands', () => expect(nesting.length).toBeGreaterThan(10));

  it.each(nesting)('%s takes no list where one object belongs', (_, type, name, isList) => {
    const wrong = isList ? [[[]], [[{}]], [null], ['x'], [7]] : [[], [{}], [[]], null, 'x', 7];
    for (const value of wrong) expect(refused(type, { [name]: value })).toContain(`${name}: object`);
  });
});

class Spot {
  @field.longitude('经度', 'Longitude')
  lon!: number;
}

class Report {
  @field.text('内容', 'Text', { max: 40 })
  text!: string;

  @field.body(() => Spot, '位置', 'Place', { optional: true })
  spot?: Spot;
}

describe('a field that is not known', () => {
  const names = ['colour', 'constructor', 'toString', 'hasOwnProperty', 'prototype', 'valueOf', '__proto__'];

  it.each(names)('is refused, be it called %s', (name) => {
    const body = JSON.parse(`{"text":"x","${name}":1}`) as object;
    expect(refused(Report, body)).toEqual([`${name}: unknownField`]);
    const within = { text: 'x', spot: JSON.parse(`{"lon":1,"${name}":1}`) as object };
    expect(refused(Report, within)).toEqual([`spot.${name}: unknownField`]);
  });
});

it('what nests deeper than anything does is refused without being gone through', () => {
  const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`) as unknown;
  expect(refused(Report, { text: deep })).toEqual(['text: isString']);
});

it('no more is said of a body than can be read, whatever it holds', () => {
  const fields = Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`colour${i}`, i]));
  expect(refused(Report, fields)).toHaveLength(20);
});
