import type { RebuildProgress } from '@panshi/read-model';
import type { ViewTold } from '@panshi/service-kit';

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

/** Says what is told of a view's work: progress on standard error, on one line of a terminal; results on standard output. */
export const toldLines = (
  { stdout, stderr }: Pick<NodeJS.Process, 'stdout' | 'stderr'>,
  json: boolean,
): ((told: ViewTold) => void) => {
  let lastAt = -plainMs;
  const clear = stderr.isTTY ? '\r\x1b[K' : '';
  const out = (text: string): unknown => stdout.write(`${text}\n`);
  return (told) => {
    if (json) return void out(JSON.stringify(told));
    if (told.kind !== 'progress') stderr.write(clear);
    if (told.kind === 'begun') stderr.write('begun\n');
    if (told.kind === 'refolded') out(`refolded ${told.document}`);
    if (told.kind === 'not-refolded') stderr.write(`not refolded ${told.document}: ${told.error}\n`);
    if (told.kind === 'failed') stderr.write(`${told.error}\n`);
    if (told.kind === 'cancelled')
      stderr.write('Cancelled: the view answers as before. The same command goes on from there.\n');
    if (told.kind === 'done') out(`done; ${told.parked} documents parked`);
    if (told.kind !== 'progress') return;
    const now = performance.now();
    if (!stderr.isTTY && now - lastAt < plainMs && told.progress.stage === 'folding') return;
    lastAt = now;
    stderr.write(`${clear}${progressText(told.progress)}${stderr.isTTY ? '' : '\n'}`);
  };
};
