import { DuplicateEvent, OutcomeUnknown, StoreUnavailable, WrongExpectedVersion } from '../errors.ts';
import type { Expected } from '../port.ts';
import { isReceipt, type WriteOutcome } from './protocol.ts';

/** The error of an append that did not take. */
export const refusal = (outcome: WriteOutcome, stream: string, expect: Expected): Error => {
  if (isReceipt(outcome)) return failure(outcome);
  if (outcome.kind === 'conflict') return new WrongExpectedVersion(stream, expect, outcome.actual);
  if (outcome.kind === 'duplicate') return new DuplicateEvent(`event ${outcome.id} is in the log already`);
  return failure(outcome);
};

/** The error of any write that did not take. */
export const failure = (outcome: WriteOutcome): Error => {
  if (isReceipt(outcome)) return new OutcomeUnknown('an answer to something else');
  if (outcome.kind === 'unavailable') return new StoreUnavailable(outcome.reason);
  return new OutcomeUnknown('reason' in outcome ? outcome.reason : outcome.kind);
};
