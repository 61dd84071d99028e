import type { RebuildProgress } from '@panshi/read-model';
import { ProgressLine, type ViewWorkReport } from '@panshi/service-kit';

/** How far apart progress is printed where it is no terminal, in milliseconds. */
const plainMs = 2000;

const progressText = ({
  view,
  version,
  stage,
  events,
  total,
  eventsPerSecond,
  secondsLeft,
}: RebuildProgress): string =>
  stage === 'placing'
    ? `${view}@${version}: ${events} events folded; putting it in place …`
    : `${view}@${version}: ${events} of about ${total} events, ${Math.round(eventsPerSecond)}/s, ${Math.ceil(secondsLeft)} s left`;

/** Prints the reports of a view's work: progress and failures on standard error, results on standard output. */
export const reportPrinter = (
  { stdout, stderr }: Pick<NodeJS.Process, 'stdout' | 'stderr'>,
  json: boolean,
): ((report: ViewWorkReport) => void) => {
  const line = new ProgressLine(stderr, plainMs);
  let done = 'done';
  return (report) => {
    if (json) return void stdout.write(`${JSON.stringify(report)}\n`);
    if (report.kind !== 'progress') line.clear();
    switch (report.kind) {
      case 'progress':
        return line.show(progressText(report.progress), report.progress.stage === 'placing');
      case 'begun':
        return void stderr.write('begun\n');
      case 'refolded':
        return void stdout.write(`refolded ${report.document}\n`);
      case 'not-refolded':
        done = 'not done for all';
        return void stderr.write(`not refolded ${report.document}: ${report.error}\n`);
      case 'failed':
        return void stderr.write(`${report.error}\n`);
      case 'cancelled':
        return void stderr.write('Cancelled: the view answers as before. The same command goes on from there.\n');
      case 'done':
        return void stdout.write(`${done}; ${report.parked} documents parked\n`);
    }
  };
};
