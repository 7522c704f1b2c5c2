#!/usr/bin/env node
/**
 * The command line: `showwork review PATH…`, `showwork config check PATH…`, `showwork rubric check [FILE…]`, and for operators
 * `showwork serve`, `showwork setup`, `showwork doctor`, `showwork deliveries list|show|retry`,
 * `showwork export OWNER`, `showwork forget OWNER`.
 */
import { Command, CommanderError } from 'commander';
import { configCommand } from './cli/config-command.ts';
import { deliveriesCommand } from './cli/deliveries-command.ts';
import { doctorCommand } from './cli/doctor-command.ts';
import type { Exit } from './cli/exit-codes.ts';
import { EXIT_CODES, exitCodeHelp, exitCodeOf } from './cli/exit-codes.ts';
import { exportCommand } from './cli/export-command.ts';
import { forgetCommand } from './cli/forget-command.ts';
import { reviewCommand } from './cli/review-command.ts';
import { rubricCommand } from './cli/rubric-command.ts';
import { serveCommand } from './cli/serve-command.ts';
import { setupCommand } from './cli/setup-command.ts';
import { asShowworkError } from './errors.ts';

function finish(exits: readonly Exit[]): void {
  process.exitCode = exitCodeOf(exits);
}

/** Prints what went wrong, where commander has not done so itself, and says which exit it leads to. */
function explain(thrown: unknown): readonly Exit[] {
  if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? [] : ['usage'];
  const error = asShowworkError(thrown);
  process.stderr.write(`showwork: ${error.message}\n`);
  return [error.code === 'RUBRIC_INVALID' ? 'configuration' : 'internal'];
}

/** A reader such as `head` that has seen enough is no error of anyone. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(EXIT_CODES.ok.code);
});

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
  .addCommand(exportCommand(finish))
  .addCommand(forgetCommand(finish));
for (const command of [program, ...program.commands, ...program.commands.flatMap(({ commands }) => commands)])
  command.exitOverride().showHelpAfterError('(--help explains)');

try {
  await program.parseAsync();
} catch (thrown) {
  finish(explain(thrown));
}
