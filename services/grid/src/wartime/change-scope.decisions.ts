import type { DecidedOf, ReplaceGridsInScope, WidenScope } from '@panshi/contracts';
import { gravity } from '@panshi/contracts';
import { assertRegions, type ScopeFacts } from './activate.decisions.ts';
import { activeOne, activeOnes, assertAuthority, assertLawful, compatible } from './activation-rules.ts';
import { assertFreeRequest, assertNonePending, requestedBy } from './request-rules.ts';
import { areaOf, covers } from './scope.ts';
import type { ActiveActivation, DecideWartime } from './wartime.ts';

/** Asks a second person for a wider scope, at every level. */
export const widenScope: DecideWartime<WidenScope, ScopeFacts> = (
  wartime,
  { districtCode, activationId, basis, reason, ...command },
  { facts, actor, now, newId },
) => {
  const activation = activeOne(wartime, activationId);
  const added = areaOf(command.added).filter((code) => !covers(activation.scope, code));
  assertRegions(districtCode, command.added, facts);
  const scope = areaOf([...activation.scope, ...added]);
  assertAuthority(facts, scope);
  if (added.length === 0) return [];
  assertLawful(wartime, { ...activation, scope });
  const requestId = command.requestId ?? newId('requestId');
  assertFreeRequest(wartime, requestId);
  assertNonePending(wartime, activationId, 'scope');
  const what = { requestId, activationId, districtCode, scope, added, basis, reason };
  return [{ type: 'ScopeChangeRequested', data: { ...what, ...requestedBy(actor, now) } }];
};

/**
 * Adds the successors of ended grids to each scope that held them. Where two activations of one hazard would overlap
 * unlawfully by that, only the one of the graver level gets the successor.
 */
export const replaceGridsInScope: DecideWartime<ReplaceGridsInScope> = (
  wartime,
  { districtCode, replaced, successors },
  { actor },
) => {
  const settled: ActiveActivation[] = [];
  const waiting = activeOnes(wartime).toSorted((a, b) => gravity(b.level) - gravity(a.level));
  const events = waiting.flatMap((activation, i) => {
    const touched = replaced.some((code) => covers(activation.scope, code));
    const added = touched ? areaOf(successors).filter((code) => !covers(activation.scope, code)) : [];
    const grown = { ...activation, scope: areaOf([...activation.scope, ...added]) };
    const others = [...settled, ...waiting.slice(i + 1)];
    const widened = added.length > 0 && others.every((other) => compatible(other, grown));
    settled.push(widened ? grown : activation);
    const change = {
      scope: grown.scope,
      added,
      removed: [],
      cause: 'grids-replaced' as const,
      reason: '',
      openItems: [],
    };
    return widened ? [scopeChanged(districtCode, activation, { ...change, requestedBy: actor.person })] : [];
  });
  return events;
};

type Change = Omit<
  DecidedOf<'ScopeChanged'>['data'],
  'activationId' | 'districtCode' | 'hazard' | 'level' | 'deadlineRules' | 'checkInMinutes'
>;

/** The event, with what everybody who follows it needs of the activation. */
export const scopeChanged = (
  districtCode: string,
  { activationId, hazard, level, deadlineRules, checkInMinutes }: ActiveActivation,
  change: Change,
): DecidedOf<'ScopeChanged'> => ({
  type: 'ScopeChanged',
  data: { activationId, districtCode, hazard, level, deadlineRules, checkInMinutes, ...change },
});
