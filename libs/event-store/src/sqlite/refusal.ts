import { DuplicateEvent, LeaseLost, LogNotEmpty, OutcomeUnknown, StoreUnavailable } from '../errors.ts';
import { WrongExpectedVersion } from '../errors.ts';
import { type AppendRequest, type Done, isDone, type Receipt, type Refused, type WriteOutcome } from './protocol.ts';

/** The error of an append that did not take. */
export const refusedAppend = (outcome: Refused, [stream, expect]: AppendRequest): Error =>
  outcome.kind === 'conflict' ? new WrongExpectedVersion(stream, expect, outcome.actual) : refused(outcome);

/** The outcome of a write that took. @throws the error of one that did not */
export const doneOrThrow = (outcome: WriteOutcome): Receipt | Done => {
  if (!isDone(outcome)) throw refused(outcome);
  return outcome;
};

/** The error of a write that did not take. */
export const refused = (outcome: Refused): Error => {
  switch (outcome.kind) {
    case 'unavailable':
      return new StoreUnavailable(outcome.reason);
    case 'duplicate':
      return new DuplicateEvent(`event ${outcome.id} is in the log already`);
    case 'not-empty':
      return new LogNotEmpty('only an empty log takes an import');
    case 'out-of-order':
      return new RangeError(outcome.reason);
    case 'lease-lost':
      return new LeaseLost('another holds the lease now');
    default:
      return new OutcomeUnknown('reason' in outcome ? outcome.reason : `answered with ${outcome.kind}`);
  }
};
