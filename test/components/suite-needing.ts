import { describe, it } from '@jest/globals';

/** Something real that a suite needs, or why it is not to be had here. */
export type Component = object | { readonly missing: string };

/**
 * `describe` for suites that need a real component. Without it a suite is skipped by name; one that is `required` fails
 * where everything is required (CI).
 */
export const suiteNeeding =
  (what: string, component: Component, need: 'required' | 'optional' = 'required') =>
  (name: string, body: () => void): void => {
    if (!('missing' in component)) return describe(name, body);
    const { missing } = component;
    if (need === 'optional' || process.env.PANSHI_REQUIRE_ALL !== '1')
      return describe.skip(name, () => it.skip(`needs ${what}: ${missing}`, () => undefined));
    describe(name, () =>
      it(`needs ${what}`, () => {
        throw new Error(missing);
      }),
    );
  };
