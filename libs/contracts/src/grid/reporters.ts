/** Of a report, who recorded it, and the colleague for whom, if any. */
export interface ReportedBy {
  readonly recordedBy: string;
  readonly onBehalfOf?: string | undefined;
}

/** Whose report it is, by id: either takes it back, has its case reopened, and sees its words. */
export const reportersOf = ({ recordedBy, onBehalfOf }: ReportedBy): readonly string[] =>
  onBehalfOf ? [recordedBy, onBehalfOf] : [recordedBy];
