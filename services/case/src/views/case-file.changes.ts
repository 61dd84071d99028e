import { type CaseEventType, type CaseStep, eventTypes, sealedAt, type SealedRef } from '@panshi/contracts';
import type { Typed } from '@panshi/read-model';

/** One step of a case; what was written stays sealed until a reader may see it. */
export type FileStep = Omit<CaseStep, 'text'> & { readonly text?: SealedRef };

/** The step that an event is. */
export const stepOf = (event: Typed<CaseEventType>): FileStep => {
  const { type, data, occurredAt: at, actor } = event;
  // Of personal fields an event of a case has one at most: what somebody wrote.
  const [written] = eventTypes[type].personal;
  const text = written && sealedAt(event, written.path.join('.'));
  const deadline = 'deadline' in data ? data.deadline.dueAt : undefined;
  return {
    type,
    at,
    post: actor.post,
    ...('unit' in data && { unit: data.unit }),
    ...('reason' in data && typeof data.reason === 'string' && { reason: data.reason }),
    ...(deadline && { deadline }),
    ...(type === 'CaseMovedToGrid' && { gridCode: data.gridCode, reason: data.cause }),
    ...(text && { text }),
  };
};
