import type { RecordVerbalApproval } from '@panshi/contracts';
import { reject } from '../reject.ts';
import { proposalOf, sameProposal } from './proposal.ts';
import type { Verbal } from './request.ts';
import type { Wartime } from './wartime.ts';

/** Whether something asks for an activation, or for rules of it, rather than for a change of it. */
const isOfActivation = (activationId: string, asked: Pick<Verbal, 'activationId' | 'kind'>): boolean =>
  asked.activationId === activationId && (asked.kind === 'activation' || asked.kind === 'rules');

/** The verbal approval there is already of the request that a command names, or brings along. */
export const approvedEarlier = (
  { verbal }: Wartime,
  { requestId, request }: Pick<RecordVerbalApproval, 'requestId' | 'request'>,
): Verbal | undefined =>
  request ? [...verbal.values()].find((each) => isOfActivation(requestId, each)) : verbal.get(requestId);

/** Whether a command says of a verbal approval what is recorded of it. */
export const isRepeated = (
  { proposals }: Wartime,
  { activationId, approver, at, channel }: Verbal,
  { request, ...spoken }: RecordVerbalApproval,
): boolean => {
  if (approver !== spoken.approver || at !== spoken.at || channel !== spoken.channel) return false;
  const proposal = proposals.get(activationId);
  return !request || (proposal !== undefined && sameProposal(proposal, proposalOf(request)));
};

/** @throws {Rejection} `verbal.requested-already`, `wartime.request-decided` */
export const assertNotEntered = ({ requests, decided, activations }: Wartime, activationId: string): void => {
  const waiting = [...requests.values()].find((request) => isOfActivation(activationId, request));
  if (waiting) reject('verbal.requested-already', { requestId: waiting.requestId });
  if (decided.has(activationId) || activations.has(activationId))
    reject('wartime.request-decided', { requestId: activationId });
};
