import { describe, expect, it } from '@jest/globals';
import * as contracts from '../index.ts';
import { type Field, fieldsOf, type FieldsType } from './field.ts';
import * as field from './fields.ts';
import { Refusal } from './refusal.ts';

/** None is anybody's. */
const citizens = ['11010519491231002X', '张三110105194912310038', '110105194912310038', '+110105194912310038'];

const takes = ({ read }: Field): boolean => citizens.some((number) => !(read(number) instanceof Refusal));

/** Each kind of field by the name of its decorator, made with whatever it asks for. */
const kinds = (): Map<string, Field> => {
  const table = { a: { zh: '甲', en: 'A' } };
  const given = [
    ['题', 'Title', { max: 100 }],
    [table, '题', 'Title'],
  ];
  const madeOf = (decorate: unknown): Field | undefined => {
    for (const options of given) {
      try {
        class Sample {}
        const decorated: unknown = (decorate as (...all: unknown[]) => unknown)(...options);
        (decorated as PropertyDecorator)(Sample.prototype, 'value');
        return fieldsOf(Sample).get('value');
      } catch {
        continue;
      }
    }
    return undefined;
  };
  return new Map(
    Object.entries(field).flatMap(([name, each]) => {
      const made = madeOf(each);
      return made ? [[name, made]] : [];
    }),
  );
};

const fieldsWithin = (type: FieldsType, above: string): readonly (readonly [string, Field])[] =>
  [...fieldsOf(type)].flatMap(([name, each]) => {
    const path = `${above}.${name}`;
    return typeof each.of === 'function' ? fieldsWithin(each.of(), path) : [[path, each] as const];
  });

describe('a citizen number', () => {
  it('is refused by every kind of field, but for what is only compared, and a password', () => {
    const made = kinds();
    expect(Object.keys(field).filter((name) => !made.has(name))).toEqual(['regionIn']);
    const taking = [...made].filter(([, each]) => takes(each)).map(([name]) => name);
    expect(taking.toSorted()).toEqual(['password', 'text', 'texts']);
  });

  it('is refused by every field of every command that people send', () => {
    // Other tests that share these modules declare commands of their own.
    const ours: readonly unknown[] = Object.values(contracts);
    const commands = contracts.routedCommands().filter((type) => ours.includes(type));
    const fields = commands.flatMap((type) => fieldsWithin(type, type.name));
    expect(fields.length).toBeGreaterThan(100);
    expect(fields.filter(([, each]) => takes(each)).map(([path]) => path)).toEqual([]);
  });
});
