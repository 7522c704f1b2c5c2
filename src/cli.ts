#!/usr/bin/env node
/**
 * The command line: `showwork review PATH…`, `showwork config check PATH…`, `showwork rubric check [FILE…]`, and for operators
 * `showwork serve`, `showwork setup`, `showwork doctor`, `showwork deliveries list|show|retry`,
 * `showwork export OWNER`, `showwork forget OWNER`.
 */
import { CommanderError } from 'commander';
import type { Exit } from './cli/exit-codes.ts';
import { EXIT_CODES, exitCodeOf } from './cli/exit-codes.ts';
import { createProgram } from './cli/program.ts';
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

try {
  await createProgram(finish).parseAsync();
} catch (thrown) {
  finish(explain(thrown));
}
