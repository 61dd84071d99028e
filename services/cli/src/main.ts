import { runOrExplain } from '@panshi/service-kit/explain';
import { Command } from 'commander';
import { importRegionsCommand } from './regions/import-regions-command.ts';
import { replayCommand } from './replay-command.ts';
import { viewsCommand } from './views/views-command.ts';

// What it makes is for its own user alone.
process.umask(0o077);

const program = new Command('panshi')
  .description('Panshi (磐石): tools for the auditor and the operator')
  .showHelpAfterError('See panshi --help.')
  .addCommand(replayCommand())
  .addCommand(viewsCommand())
  .addCommand(importRegionsCommand());

// Whoever reads the history may have read enough: `panshi replay | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

await runOrExplain('panshi cannot start.', () => program.parseAsync());
