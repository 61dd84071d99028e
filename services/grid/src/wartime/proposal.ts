import type { CaseDeadlineRule, EventData, ProposedActivation } from '@panshi/contracts';
import { reject } from '../reject.ts';
import { plan } from './plan.ts';
import { areaOf } from './scope.ts';

/** What an activation was asked for or begun as, whatever changed it since. */
export type Proposal = Pick<
  EventData['ActivationRequested'],
  'hazard' | 'level' | 'scope' | 'basis' | 'reason' | 'initiatingUnit' | 'deadlineRules' | 'checkInMinutes'
>;

/** What a command asks for, as its events have it. @throws {Rejection} `wartime.hours-without-shortening` */
export const proposalOf = ({
  hazard,
  level,
  scope,
  basis,
  reason,
  initiatingUnit,
  deadlineRules,
  checkInMinutes = plan.checkInMinutes[level],
}: ProposedActivation): Proposal => ({
  hazard,
  level,
  scope: areaOf(scope),
  basis,
  reason,
  initiatingUnit,
  deadlineRules: deadlineRules.map(plainRule),
  checkInMinutes,
});

const plainRule = ({ categoryPrefix, effect, hours }: CaseDeadlineRule) =>
  effect !== 'shorten' && hours !== undefined
    ? reject('wartime.hours-without-shortening', { categoryPrefix })
    : { categoryPrefix, effect, hours };

export const sameProposal = (a: Proposal, b: Proposal): boolean => inOrder(a) === inOrder(b);

const inOrder = ({ hazard, level, scope, basis, reason, initiatingUnit, deadlineRules, checkInMinutes }: Proposal) =>
  JSON.stringify([
    [hazard, level, scope, basis.kind, basis.reference, basis.issuer, reason, initiatingUnit, checkInMinutes],
    deadlineRules.map(({ categoryPrefix, effect, hours }) => [categoryPrefix, effect, hours]),
  ]);
