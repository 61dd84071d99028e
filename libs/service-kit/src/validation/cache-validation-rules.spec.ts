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
  const kept = { getTargetValidationMetadatas };
  cacheValidationRules(kept);
  return { kept, asked };
};

describe('the rules of a class', () => {
  it('are looked up once for each class', () => {
    const { kept, asked } = storage();
    const of = (type: object) => kept.getTargetValidationMetadatas(type as never, '' as never, false as never);
    expect([of(Lamp), of(Bulb), of(Lamp)]).toEqual([[{ of: Lamp }], [{ of: Bulb }], [{ of: Lamp }]]);
    expect(asked.map(([type]) => type)).toEqual([Lamp, Bulb]);
  });

  it('are looked up each time where they depend on groups', () => {
    const { kept, asked } = storage();
    const args = [Lamp, '', false, false, ['a']];
    for (let i = 0; i < 2; i++) Reflect.apply(kept.getTargetValidationMetadatas, kept, args);
    expect(asked).toEqual([args, args]);
  });
});
