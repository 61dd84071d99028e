import { describe, expect, it } from '@jest/globals';
import { cacheValidationRules } from './cache-validation-rules.ts';

class Lamp {}
class Bulb {}

const storage = () => {
  const asked: unknown[][] = [];
  const getTargetValidationMetadatas = (...args: unknown[]): never[] => {
    asked.push(args);
    return [{ of: args[0] }] as never[];
  };
  const grouped: unknown[] = [];
  const groupByPropertyName = (rules: unknown): never => {
    grouped.push(rules);
    return { all: rules } as never;
  };
  const kept = { getTargetValidationMetadatas, groupByPropertyName };
  cacheValidationRules(kept);
  return { kept, asked, grouped };
};

describe('the rules of a class', () => {
  it('are looked up once for each class', () => {
    const { kept, asked } = storage();
    const of = (type: object) => kept.getTargetValidationMetadatas(type as never, '' as never, false as never);
    expect([of(Lamp), of(Bulb), of(Lamp)]).toEqual([[{ of: Lamp }], [{ of: Bulb }], [{ of: Lamp }]]);
    expect(asked.map(([type]) => type)).toEqual([Lamp, Bulb]);
  });

  it('are grouped by field once', () => {
    const { kept, grouped } = storage();
    const [some, others]: never[][] = [[], []];
    expect([some, others, some].map((rules) => kept.groupByPropertyName(rules!))).toEqual([
      { all: some },
      { all: others },
      { all: some },
    ]);
    expect(grouped).toHaveLength(2);
    expect(grouped[0]).toBe(some);
    expect(grouped[1]).toBe(others);
  });

  it('are looked up each time where they depend on groups', () => {
    const { kept, asked } = storage();
    const args = [Lamp, '', false, false, ['a']];
    for (let i = 0; i < 2; i++) Reflect.apply(kept.getTargetValidationMetadatas, kept, args);
    expect(asked).toEqual([args, args]);
  });
});
