import type { ActivateWartime } from '@panshi/contracts';
import { reject } from '../reject.ts';
import { isGrave } from './plan.ts';
import { proposalOf } from './proposal.ts';
import { activeOnes, assertAuthority, assertLawful, assertOthersBasis, type Authority } from './activation-rules.ts';
import { requestedBy } from './request-rules.ts';
import { areaOf, covers, overlaps } from './scope.ts';
import { sweeping } from './sweeping-rules.ts';
import type { DecideWartime, Wartime } from './wartime.ts';

/** What is looked up for an activation or a wider scope. */
export interface ScopeFacts extends Authority {
  /** Regions of the command that hold no grid. */
  readonly unknownRegions: readonly string[];
}

/** What is looked up for an activation. */
export interface ActivationFacts extends ScopeFacts {
  /** Codes of the categories that the district's catalogue in force has; empty where none is. */
  readonly categories: readonly string[];
}

/** Turns wartime on at Ⅲ and Ⅳ, without sweeping rules; for those, and at Ⅰ and Ⅱ, asks a second person. */
export const activateWartime: DecideWartime<ActivateWartime, ActivationFacts> = (
  wartime,
  command,
  { facts, actor, now, newId },
) => {
  const { districtCode, hazard, level, basis, reason } = command;
  const activationId = command.activationId ?? newId('activationId');
  const scope = areaOf(command.scope);
  assertRegions(districtCode, scope, facts);
  assertAuthority(facts, scope);
  assertUnused(wartime, activationId);
  assertLawful(wartime, { activationId, hazard, level, scope });
  assertOthersBasis(wartime, hazard, actor.person);
  const what = { activationId, districtCode, ...proposalOf(command) };
  const asked = requestedBy(actor, now);
  if (isGrave(level)) return [{ type: 'ActivationRequested', data: { ...what, requestId: activationId, ...asked } }];
  const { deadlineRules, ...rest } = what;
  const held = activeOnes(wartime).filter((other) => overlaps(scope, other.scope));
  const inForce = held.flatMap((activation) => activation.deadlineRules);
  const isSweeping = sweeping(deadlineRules, inForce, facts.categories);
  const atOnce = deadlineRules.filter((rule) => !isSweeping(rule));
  const begun = { ...rest, deadlineRules: atOnce, requestedBy: actor.person };
  const rules = { activationId, districtCode, scope, deadlineRules, basis, reason, requestId: newId('requestId') };
  return [
    { type: 'WartimeActivated', data: begun },
    ...(atOnce.length < deadlineRules.length
      ? [{ type: 'DeadlineRulesRequested', data: { ...rules, ...asked } } as const]
      : []),
  ];
};

/** @throws {Rejection} `wartime.outside-district`, `wartime.unknown-region` */
export const assertRegions = (districtCode: string, regions: readonly string[], facts: ScopeFacts): void => {
  const outside = regions.find((region) => !covers([districtCode], region));
  if (outside !== undefined) reject('wartime.outside-district', { region: outside, districtCode });
  const unknown = facts.unknownRegions[0];
  if (unknown !== undefined) reject('wartime.unknown-region', { region: unknown });
};

const assertUnused = ({ activations, requests, decided }: Wartime, activationId: string): void => {
  if (activations.has(activationId) || requests.has(activationId) || decided.has(activationId))
    reject('wartime.activation-exists', { activationId });
};
