import type { DecidedOf, NarrowScope, ReplaceGridsInScope, WidenScope } from '@panshi/contracts';
import { gravity } from '@panshi/contracts';
import { reject } from '../reject.ts';
import { assertRegions, type ScopeFacts } from './activate.decisions.ts';
import { handedOver, type OpenFacts } from './open-items.ts';
import { activeOne, activeOnes, assertAuthority, assertLawful, compatible } from './activation-rules.ts';
import { assertFreeRequest, assertNonePending, requestedBy } from './request-rules.ts';
import { areaOf, covers, liesIn } from './scope.ts';
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
  const what = { requestId, activationId, districtCode, added, basis, reason };
  return [{ type: 'ScopeChangeRequested', data: { ...what, ...requestedBy(actor, now) } }];
};

/** Removes regions from the scope. Open items in them must be handed over to somebody. */
export const narrowScope: DecideWartime<NarrowScope, OpenFacts> = (
  wartime,
  { districtCode, activationId, basis, reason, openItems, ...command },
  { facts, actor },
) => {
  const activation = activeOne(wartime, activationId);
  assertAuthority(facts, activation.scope);
  const scope = areaOf(command.scope);
  const foreign = scope.find((code) => !covers(activation.scope, code));
  if (foreign !== undefined) reject('wartime.not-in-scope', { region: foreign });
  if (liesIn(activation.scope, scope)) return [];
  assertLawful(wartime, { ...activation, scope });
  const leaving = facts.openGrids.filter((code) => covers(activation.scope, code) && !covers(scope, code));
  return [
    scopeChanged(districtCode, activation, {
      scope,
      added: [],
      removed: activation.scope.filter((code) => !covers(scope, code)),
      cause: 'narrowed',
      basis,
      reason,
      requestedBy: actor.person,
      openItems: handedOver(leaving, openItems),
    }),
  ];
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
