import type { ViewRequest } from '@panshi/service-kit';
import { runOrExplain } from '@panshi/service-kit/explain';
import { Command, Option } from 'commander';

interface Options {
  readonly data: string;
  readonly json?: boolean;
  readonly parked?: boolean;
  readonly fromStart?: boolean;
}

const common = (command: Command): Command =>
  command
    .option('--json', 'JSON instead of text')
    .addOption(new Option('--data <dir>', 'the data folder').env('PANSHI_DATA').default('./data'));

// Loaded when asked for: all services stand behind it.
const actions = () => import('./actions.ts');

const acting = (act: (loaded: Awaited<ReturnType<typeof actions>>) => Promise<void>): Promise<void> =>
  runOrExplain('panshi views cannot go on.', async () => act(await actions()));

/** Does something with a view. Ends this process, with the names there are, where there is none of that name. */
const working = (command: Command, request: ViewRequest): Promise<void> =>
  acting(async ({ unknown, work }) => {
    const refusal = unknown(request.view);
    if (refusal !== undefined) command.error(`error: ${refusal}`);
    await work(request, command.optsWithGlobals<Options>());
  });

/** `panshi views`: how every view is, and what an operator does about it, beside a running system and without one. */
export const viewsCommand = (): Command => {
  const views = common(new Command('views').showHelpAfterError('See panshi views --help.')).description(
    'How every view is, and what to do about it.',
  );
  common(views.command('status', { isDefault: true }))
    .description('Show every view: version, position, how far behind, parked documents, which process keeps it.')
    .option('--parked', 'each parked document too, with the event that failed and why')
    .action((_: unknown, command: Command) => acting(({ show }) => show(command.optsWithGlobals<Options>())));
  common(views.command('refold'))
    .description('Take parked documents up again after a fix, from where they stopped. All, unless some are named.')
    .argument('<view>')
    .argument('[documents...]')
    .action((view: string, documents: string[], _: unknown, command: Command) =>
      working(command, { act: 'refold', view, documents }),
    );
  common(views.command('rebuild'))
    .description(
      'Build a view anew beside the old one, which answers until the new one has caught up and takes its place.\n' +
        'Ctrl-C cancels: the old one stays, and the same command goes on from where it stopped.',
    )
    .argument('<view>')
    .option('--from-start', 'not from where a cancelled one stopped: after the code has changed')
    .action((view: string, { fromStart = false }: Options, command: Command) =>
      working(command, { act: 'rebuild', view, fromStart }),
    );
  return views;
};
