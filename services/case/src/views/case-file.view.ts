import { type CaseEventType, type CaseStep, type SealedRef, sealedAt } from '@panshi/contracts';
import { defineView, type Typed, type ViewDocument } from '@panshi/read-model';
import { Schema } from 'mongoose';
import { caseTexts } from './case-file.texts.ts';

/** One step of a case; what was written stays sealed until a reader may see it. */
export type FileStep = Omit<CaseStep, 'text'> & { readonly text?: SealedRef };

/** The whole course of a case (案卷), with what was written in it. */
export interface CaseFileDocument extends ViewDocument {
  /** What the reporter wrote. */
  readonly report: SealedRef;
  readonly catalogueEdition?: string;
  readonly calendarVersion?: string;
  readonly steps: readonly FileStep[];
}

const schema = new Schema({
  _id: String,
  _version: Number,
  report: Schema.Types.Mixed,
  catalogueEdition: String,
  calendarVersion: String,
  steps: [Schema.Types.Mixed],
});

const stepOf = (event: Typed<CaseEventType>): FileStep => {
  const { type, data, occurredAt: at, actor } = event;
  const field = caseTexts[type];
  const text = field && sealedAt(event, field);
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

export const caseFile = defineView<CaseFileDocument, 'IncidentReported' | CaseEventType>({
  name: 'case-file',
  version: 2,
  schema,
  from: ['IncidentReported', ...(Object.keys(caseTexts) as CaseEventType[])],
  keys: ({ data }) => ['caseId' in data ? data.caseId : data.incidentId],
  evolve(file, event, _id) {
    if (event.type === 'IncidentReported') return { _id, report: sealedAt(event, 'text') as SealedRef, steps: [] };
    if (!file) return undefined;
    const next = { ...file, _version: event.version, steps: [...file.steps, stepOf(event)] };
    if (event.type !== 'CaseFiled') return next;
    const { catalogueEdition, calendarVersion } = event.data;
    return { ...next, catalogueEdition, calendarVersion };
  },
});
