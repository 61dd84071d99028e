import { InternalFault } from '../errors.ts';
import { unavailable } from '../rejections.ts';

/** What the broker's client says of a request that got no answer, in our words. */
export const answerError = (subject: string, error: Error): Error => {
  const cause = (error.cause ?? error) as Error;
  if (cause.name === 'NoRespondersError') return unavailable('no-service');
  if (cause.name === 'TimeoutError') return unavailable('deadline-passed');
  if (cause.name === 'PermissionViolationError')
    return new InternalFault(`the broker's allow-lists keep this process from asking ${subject}`);
  return unavailable('no-service');
};
