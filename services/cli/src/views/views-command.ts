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

/** `panshi views`: how every view is, and what an operator does about it, beside a running system and without one. */
export const viewsCommand = (): Command => {
  const views = common(new Command('views'))
    .description('Show every view: version, position, how far behind, parked documents, which process keeps it.')
    .option('--parked', 'each parked document too, with the event that failed and why')
    .action(async (options: Options) => (await actions()).show(options));
  const refold = common(new Command('refold'))
    .description('Take parked documents up again after a fix, from where they stopped. All, unless some are named.')
    .argument('<view>')
    .argument('[documents...]')
    .action(async (view: string, documents: string[], _: unknown, command: Command) =>
      (await actions()).work({ act: 'refold', view, documents }, command.optsWithGlobals<Options>()),
    );
  const rebuild = common(new Command('rebuild'))
    .description(
      'Build a view anew beside the old one, which answers until the new one has caught up and takes its place.\n' +
        'Ctrl-C cancels: the old one stays, and the same command goes on from where it stopped.',
    )
    .argument('<view>')
    .option('--from-start', 'not from where a cancelled one stopped: after the code has changed')
    .action(async (view: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      await (await actions()).work({ act: 'rebuild', view, fromStart: options.fromStart ?? false }, options);
    });
  return views.addCommand(refold).addCommand(rebuild);
};
