import { readSelection, replay } from '@panshi/audit';
import { toCloudEvent } from '@panshi/event-store';
import { beginningOf, endOf, positionOrEndOf } from '@panshi/kernel';
import { field, unknownEvent } from '@panshi/contracts';
import { ProgressLine } from '@panshi/service-kit/progress';
import { Command, InvalidArgumentError, Option } from 'commander';
import { openLog } from './open-log.ts';
import { eventLine } from './event-line.ts';

const moment =
  (read: (text: string) => string | undefined) =>
  (text: string): string => {
    const found = read(text);
    if (!found) throw new InvalidArgumentError('give a day, or an instant such as 2026-03-01T08:00:00+08:00');
    return found;
  };

const region = (text: string): string => {
  const code = field.regionIn(text);
  if (code !== undefined) return code;
  throw new InvalidArgumentError('give a region code of 6, 9, 12 or 15 digits');
};

const eventType = (text: string, before: readonly string[] = []): readonly string[] => {
  const refusal = unknownEvent(text);
  if (refusal !== undefined) throw new InvalidArgumentError(refusal.en);
  return [...before, text];
};

interface Options {
  readonly stream?: string;
  readonly territory?: string;
  readonly type?: readonly string[];
  readonly case?: string;
  readonly from?: string;
  readonly to?: string;
  readonly asOf?: string;
  readonly json?: boolean;
  readonly data: string;
}

/** `panshi replay`: streams history from the log itself, with progress on standard error. */
export const replayCommand = (): Command =>
  new Command('replay')
    .showHelpAfterError('See panshi replay --help.')
    .description('Stream history in the order of the log. Personal data stays sealed.')
    .option('--stream <name>', 'only this stream, e.g. wartime-320113')
    .option('--territory <code>', 'only what concerns this region', region)
    .option('--type <types...>', 'only these event types, such as WartimeActivated', eventType)
    .option('--case <id>', 'only this case and its incident')
    .option('--from <moment>', 'what happened at or after', moment(beginningOf))
    .option('--to <moment>', 'what happened at or before', moment(endOf))
    .option('--as-of <moment>', 'what the log knew at that moment or position', moment(positionOrEndOf))
    .option('--json', 'one CloudEvent a line')
    .addOption(new Option('--data <dir>', 'the data folder').env('PANSHI_DATA').default('./data'))
    .action(run);

const run = async ({ data, json, type, ...asked }: Options, command: Command): Promise<void> => {
  const read = readSelection({ ...asked, type: type?.join(',') });
  if ('refused' in read) {
    const why = read.refused.map(({ field, words }) => `error: option '--${field}' ${words.en}`);
    return command.error(why.join('\n'), { exitCode: 2 });
  }
  const store = await openLog(data);
  const progress = new ProgressLine(process.stderr);
  const started = performance.now();
  let shown = 0;
  try {
    for await (const step of replay(store, read.selection)) {
      if (step.kind === 'progress') {
        const rate = Math.round(step.read / ((performance.now() - started) / 1000));
        progress.show(`${step.recordedAt.slice(0, 10)}  ${step.read} read, ${step.shown} shown, ${rate}/s`);
        continue;
      }
      shown += 1;
      progress.clear();
      const line = json ? JSON.stringify(toCloudEvent(step.event)) : eventLine(step.event);
      if (!process.stdout.write(`${line}\n`)) await new Promise((drained) => process.stdout.once('drain', drained));
    }
  } finally {
    progress.clear();
    await store.close();
  }
  process.stderr.write(shown ? `${shown} events\n` : 'Nothing in the log matches.\n');
};
