import { IncidentView, type SealedRef } from '@panshi/contracts';
import { Schema, type ViewDocument, viewSchema } from '@panshi/read-model';

type Told = 'incidentId' | 'text' | 'reporterName' | 'reporterPhone';

/** An incident as lists, maps and links need it. What is personal stays sealed. */
export interface IncidentDocument extends ViewDocument, Omit<IncidentView, Told | '_version'> {
  readonly _version: number;
  readonly streetCode: string;
  readonly text: SealedRef;
  readonly reporterName?: SealedRef;
  readonly reporterPhone?: SealedRef;
}

const sealed = Schema.Types.Mixed;

export const incidentSchema = viewSchema(
  IncidentView,
  {
    streetCode: String,
    text: sealed,
    reporterName: sealed,
    reporterPhone: sealed,
  },
  ['incidentId'],
);
incidentSchema.index({ reportedAt: 1 });
incidentSchema.index({ categoryCode: 1, reportedAt: 1 });
incidentSchema.index({ gridCode: 1, reportedAt: 1 });
incidentSchema.index({ duplicateOf: 1 });
incidentSchema.index({ 'location.lon': 1, 'location.lat': 1 });
