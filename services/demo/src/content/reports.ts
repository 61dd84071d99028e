import reports from './reports.json' with { type: 'json' };

/**
 * What people report, by category: how often (per thousand reports), and in which words. `{where}` and `{since}` are
 * filled in. The words are ours; no report of a real person is among them.
 */
export interface ReportKind {
  readonly code: string;
  readonly share: number;
  /** Times as many from June to September; 1 unless told. */
  readonly summer?: number;
  /** Times as many from December to February; 1 unless told. */
  readonly winter?: number;
  /** Times as many while wartime is on against flood and typhoon; 1 unless told. */
  readonly storm?: number;
  readonly texts: readonly string[];
}

export const reportKinds: readonly ReportKind[] = reports.kinds;

/** Places a report may name, of no particular address, and since when it may say it has been so. */
export const { places, since } = reports;
