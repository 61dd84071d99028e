import {
  CaseDetails,
  type CaseEventType,
  caseEventTypes,
  CaseSummary,
  fieldsOf,
  sealedAt,
  type SealedRef,
} from '@panshi/contracts';
import { defineView, Schema, type ViewDocument, viewSchema } from '@panshi/read-model';
import { type FileStep, stepOf, unitNameIn } from './case-file.changes.ts';

/** The whole course of a case (案卷), with what was written in it. */
export interface CaseFileDocument
  extends ViewDocument, Pick<CaseDetails, 'catalogueEdition' | 'calendarVersion' | 'limit' | 'unitName'> {
  /** What the reporter wrote. */
  readonly report: SealedRef;
  readonly steps: readonly FileStep[];
}

const mixed = Schema.Types.Mixed;
const fieldsOfCase = [...fieldsOf(CaseSummary).keys()].filter((name) => name !== 'unitName');
const schema = viewSchema(CaseDetails, { report: mixed, steps: [mixed] }, fieldsOfCase);

export const caseFile = defineView<CaseFileDocument, 'IncidentReported' | CaseEventType>({
  name: 'case-file',
  version: 5,
  schema,
  from: ['IncidentReported', ...caseEventTypes],
  keys: ({ data }) => ['caseId' in data ? data.caseId : data.incidentId],
  evolve(file, event, _id) {
    if (event.type === 'IncidentReported') return { _id, report: sealedAt(event, 'text') as SealedRef, steps: [] };
    if (!file) return undefined;
    const unitName = unitNameIn(event) ?? file.unitName;
    const steps = [...file.steps, stepOf(event, unitName)];
    const next = { ...file, _version: event.version, ...(unitName && { unitName }), steps };
    if (event.type !== 'CaseFiled') return next;
    const { catalogueEdition, calendarVersion, limit } = event.data;
    return { ...next, catalogueEdition, calendarVersion, limit };
  },
});
