import type { DecidedOf, Handover, NarrowScope } from '@panshi/contracts';
import { reject } from '../reject.ts';
import { activeOne, assertAuthority, assertLawful } from './activation-rules.ts';
import { scopeChanged } from './change-scope.decisions.ts';
import { assertConcerned, assertTakers, handedOver, type HandoverFacts, type OpenFacts } from './open-items.ts';
import { assertFreeRequest, assertNonePending, requestedBy } from './request-rules.ts';
import { areaOf, covers, liesIn, type Scope } from './scope.ts';
import type { DecideWartime, Wartime } from './wartime.ts';

/**
 * Removes regions from the scope; asks a second person where the activation is at level Ⅰ or Ⅱ, or was once. Open items in
 * them must be handed over to somebody.
 */
export const narrowScope: DecideWartime<NarrowScope, HandoverFacts> = (
  wartime,
  { districtCode, activationId, basis, reason, openItems, ...command },
  { facts, actor, now, newId },
) => {
  const { scope, grave } = activeOne(wartime, activationId);
  assertAuthority(facts, scope);
  assertConcerned(scope, openItems, facts);
  assertTakers(facts);
  const remaining = areaOf(command.scope);
  const what = { activationId, districtCode, remaining, openItems };
  const event = narrowed(wartime, what, facts, { basis, reason, requestedBy: actor.person });
  if (!event) return [];
  if (!grave) return [event];
  const requestId = command.requestId ?? newId('requestId');
  assertFreeRequest(wartime, requestId);
  assertNonePending(wartime, activationId, 'narrowing');
  return [
    { type: 'NarrowingRequested', data: { requestId, ...what, scope, basis, reason, ...requestedBy(actor, now) } },
  ];
};

interface Narrowing {
  readonly activationId: string;
  readonly districtCode: string;
  /** The whole scope from then on. */
  readonly remaining: Scope;
  readonly openItems: readonly Handover[];
}

type Change = DecidedOf<'ScopeChanged'>;

/**
 * The narrower scope, as things stand now; undefined where nothing goes out.
 * @throws {Rejection} `wartime.not-in-scope`, `wartime.items-left-to-nobody`, or where it would not be lawful
 */
export const narrowed = (
  wartime: Wartime,
  { activationId, districtCode, remaining: scope, openItems }: Narrowing,
  { openGrids }: Pick<OpenFacts, 'openGrids'>,
  why: Pick<Change['data'], 'basis' | 'reason' | 'requestedBy' | 'approvedBy' | 'verbal'>,
): Change | undefined => {
  const activation = activeOne(wartime, activationId);
  const foreign = scope.find((code) => !covers(activation.scope, code));
  if (foreign !== undefined) reject('wartime.not-in-scope', { region: foreign });
  if (liesIn(activation.scope, scope)) return undefined;
  assertLawful(wartime, { ...activation, scope });
  const leaving = openGrids.filter((code) => covers(activation.scope, code) && !covers(scope, code));
  const removed = activation.scope.filter((code) => !covers(scope, code));
  const change = { scope, added: [], removed, cause: 'narrowed' as const, openItems: handedOver(leaving, openItems) };
  return scopeChanged(districtCode, activation, { ...change, ...why });
};
