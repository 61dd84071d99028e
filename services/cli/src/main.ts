import { Command } from 'commander';
import { replayCommand } from './replay-command.ts';

const program = new Command('panshi')
  .description('Panshi (磐石): tools for the auditor and the operator')
  .showHelpAfterError()
  .addCommand(replayCommand());

await program.parseAsync();
