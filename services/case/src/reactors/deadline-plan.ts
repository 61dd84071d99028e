import type { EventData } from '@panshi/contracts';
import { within } from '@panshi/kernel';

type Rules = EventData['WartimeActivated']['deadlineRules'];

/** What a plan does to a deadline; a category it leaves alone gets no modifier at all. */
export type Effect = { readonly effect: 'shorten'; readonly hours: number } | { readonly effect: 'pause' };

/** Whether a grid lies in one of the regions. */
export const covers = (scope: readonly string[], gridCode: string): boolean =>
  scope.some((region) => within(gridCode, region));

/** What the plan's rules do to cases of a category: the rule with the longest prefix decides. */
export const effectOn = (categoryCode: string, rules: Rules): Effect | undefined => {
  const [rule] = rules
    .filter(({ categoryPrefix }) => categoryCode.startsWith(categoryPrefix))
    .toSorted((a, b) => b.categoryPrefix.length - a.categoryPrefix.length);
  if (rule?.effect === 'pause') return { effect: 'pause' };
  return rule?.effect === 'shorten' && rule.hours ? { effect: 'shorten', hours: rule.hours } : undefined;
};
