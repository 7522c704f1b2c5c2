import { Command } from 'commander';
import { backupCommand } from './backup-command.ts';
import { configCommand } from './config-command.ts';
import { deliveriesCommand } from './deliveries-command.ts';
import { doctorCommand } from './doctor-command.ts';
import { type Exit, exitCodeHelp } from './exit-codes.ts';
import { exportCommand } from './export-command.ts';
import { forgetCommand } from './forget-command.ts';
import { migrateStoreCommand } from './migrate-store-command.ts';
import { restoreCommand } from './restore-command.ts';
import { reviewCommand } from './review-command.ts';
import { rubricCommand } from './rubric-command.ts';
import { serveCommand } from './serve-command.ts';
import { setupCommand } from './setup-command.ts';

/** Everything that `showwork` understands. `finish` gets what happened, once. Mistakes in a command are thrown. */
export function createProgram(finish: (exits: readonly Exit[]) => void): Command {
  const program = new Command('showwork')
    .description(
      'Reviews portfolio READMEs: the problem, the approach, the decisions, what did not work, the outcome.',
    )
    .addHelpText('after', `\n${exitCodeHelp()}`)
    .addCommand(reviewCommand(finish))
    .addCommand(configCommand(finish))
    .addCommand(rubricCommand(finish))
    .addCommand(serveCommand(finish))
    .addCommand(setupCommand(finish))
    .addCommand(doctorCommand(finish))
    .addCommand(deliveriesCommand(finish))
    .addCommand(backupCommand(finish))
    .addCommand(restoreCommand(finish))
    .addCommand(migrateStoreCommand(finish))
    .addCommand(exportCommand(finish))
    .addCommand(forgetCommand(finish));
  for (const command of [
    program,
    ...program.commands,
    ...program.commands.flatMap(({ commands }) => commands),
  ])
    command.exitOverride().showHelpAfterError('(--help explains)');
  return program;
}
