import type { RebuildProgress } from '@panshi/read-model';
import { ProgressLine, type ViewTold } from '@panshi/service-kit';

/** How far apart progress is told where it is no terminal, in milliseconds. */
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

/** Says what is told of a view's work: progress and what went wrong on standard error, results on standard output. */
export const toldLines = (
  { stdout, stderr }: Pick<NodeJS.Process, 'stdout' | 'stderr'>,
  json: boolean,
): ((told: ViewTold) => void) => {
  const line = new ProgressLine(stderr, plainMs);
  let done = 'done';
  return (told) => {
    if (json) return void stdout.write(`${JSON.stringify(told)}\n`);
    if (told.kind !== 'progress') line.clear();
    switch (told.kind) {
      case 'progress':
        return line.show(progressText(told.progress), told.progress.stage === 'placing');
      case 'begun':
        return void stderr.write('begun\n');
      case 'refolded':
        return void stdout.write(`refolded ${told.document}\n`);
      case 'not-refolded':
        done = 'not done for all';
        return void stderr.write(`not refolded ${told.document}: ${told.error}\n`);
      case 'failed':
        return void stderr.write(`${told.error}\n`);
      case 'cancelled':
        return void stderr.write('Cancelled: the view answers as before. The same command goes on from there.\n');
      case 'done':
        return void stdout.write(`${done}; ${told.parked} documents parked\n`);
    }
  };
};
