import type { CaseDeadlineRule } from '@panshi/contracts';

type Rule = Pick<CaseDeadlineRule, 'categoryPrefix' | 'effect'>;

/** What a category code begins with: components (部件), events (事件). */
const kinds = ['1', '2'];

/** Digits from which on a prefix names a class or a category; a shorter one means all components, all events, or both. */
const namingDigits = 3;

const isNamed = ({ categoryPrefix }: Rule): boolean => categoryPrefix.length >= namingDigits;

/**
 * Whether a rule of an activation takes a second person at every level: one that pauses deadlines, one that shortens them
 * without naming a class or category, and one of several that together shorten those of all components or all events that
 * the catalogue has, `held` ones included: those that are in force in the same place.
 */
export const sweeping = (
  rules: readonly Rule[],
  held: readonly Rule[],
  categories: readonly string[],
): ((rule: Rule) => boolean) => {
  const named = [...rules, ...held].filter((rule) => rule.effect === 'shorten' && isNamed(rule));
  const whole = kinds.filter((kind) => {
    const all = categories.filter((code) => code.startsWith(kind));
    return all.length > 0 && all.every((code) => named.some(({ categoryPrefix }) => code.startsWith(categoryPrefix)));
  });
  return (rule) =>
    rule.effect === 'pause' ||
    (rule.effect === 'shorten' && (!isNamed(rule) || whole.some((kind) => rule.categoryPrefix.startsWith(kind))));
};
