import { type CaseEventType, type CaseStep, eventTypes, sealedAt, type SealedRef } from '@panshi/contracts';
import type { Typed } from '@panshi/read-model';

/** One step of a case; what was written stays sealed until a reader may see it. */
export type FileStep = Omit<CaseStep, 'text'> & { readonly text?: SealedRef };

/** The name of the unit that a case lies with from an event on, where it says so. */
export const unitNameIn = ({ type, data }: Typed<CaseEventType>): string | undefined => {
  if (type === 'CaseFiled') return data.responsibleUnitName;
  return type === 'CaseDispatched' ? data.unitName : undefined;
};

/** The step that an event is, of a case that lies with a unit of that name. */
export const stepOf = (event: Typed<CaseEventType>, unitName: string | undefined): FileStep => {
  const { type, data, occurredAt: at, actor } = event;
  // Of personal fields an event of a case has one at most: what somebody wrote.
  const [written] = eventTypes[type].personal;
  const text = written && sealedAt(event, written.path.join('.'));
  const deadline = 'deadline' in data ? data.deadline?.dueAt : undefined;
  return {
    type,
    at,
    ...(actor.account !== 'system' && { post: actor.post }),
    ...('unit' in data && { unit: data.unit, unitName }),
    ...('reason' in data && typeof data.reason === 'string' && { reason: data.reason }),
    ...('amount' in data && { amount: data.amount }),
    ...(deadline && { deadline }),
    ...(type === 'CaseMovedToGrid' && { gridCode: data.gridCode, reason: data.cause }),
    ...(type === 'CaseReopened' && { onBehalfOf: data.onBehalfOf, reason: data.onBehalfReason }),
    ...(text && { text }),
  };
};
