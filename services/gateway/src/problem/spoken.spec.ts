import { describe, expect, it } from '@jest/globals';
import { allCommands, allQueries, fieldsOf, type FieldsType, queryOptions, serviceRejections } from '@panshi/contracts';
import { spoken } from './spoken.ts';
import { wording } from './wording.ts';

/** Codes of choices by the names of the fields they are chosen in, at every depth. */
const chosenIn = (type: FieldsType): readonly (readonly [string, readonly string[]])[] =>
  [...fieldsOf(type)].flatMap(([name, { of }]) => {
    if (typeof of === 'function') return chosenIn(of());
    return Array.isArray(of.enum) ? [[name, of.enum as readonly string[]] as const] : [];
  });

const chosen = new Map<string, readonly string[]>();
for (const type of [...allCommands(), ...allQueries(), ...allQueries().map((query) => queryOptions(query).answer)])
  for (const [name, codes] of chosenIn(type)) chosen.set(name, [...(chosen.get(name) ?? []), ...codes]);

/** What the words of the services' refusals leave open. */
const placeholders = new Set(
  Object.values(serviceRejections)
    .flatMap((table) => Object.values(table))
    .flatMap(({ zh }) => [...zh.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)),
);

describe('a parameter of a refusal', () => {
  const ofChoice = [...placeholders].filter((name) => chosen.has(name));

  it('is often named as a field of a choice is', () =>
    expect(ofChoice).toEqual(expect.arrayContaining(['hazard', 'level', 'kind', 'post', 'status', 'stage'])));

  it.each(ofChoice)('that is named as a field of a choice is said by its titles: %s', (name) =>
    expect(chosen.get(name)!.some((code) => spoken(name, code, 'zh') !== code)).toBe(true),
  );

  it('that is a hazard is said in the reader’s language', () => {
    for (const code of ['wartime.legal-basis-missing', 'wartime.own-legal-basis']) {
      expect(wording(code, { hazard: 'epidemic' }, 'zh')).toMatch(/^疫情 预案/);
      expect(wording(code, { hazard: 'epidemic' }, 'en')).toContain('plan for Epidemic');
    }
  });

  it('that is a grant is said with the title of its role', () => {
    const params = { username: 'duty-1', grant: 'auditor 320113', held: 'grid-leader 320113001, auditor 320114' };
    const words = wording('account.no-such-grant', params, 'en');
    expect(words).not.toMatch(/grid-leader|auditor \d/);
    expect(words).toMatch(/ 320113"/);
    expect(words).toMatch(/ 320113001 or .* 320114$/);
  });
});
