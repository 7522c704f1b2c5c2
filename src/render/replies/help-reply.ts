import type { CommandRight } from '../../commands/intent.ts';
import { codeSpan, md, prose } from '../markdown.ts';
import { table } from '../markdown-blocks.ts';
import { HELP, WHO } from './wording.ts';

/** A command as it describes itself. */
export interface CommandRow {
  readonly usage: string;
  readonly summary: string;
  readonly right: CommandRight;
}

export function helpReply(commands: readonly CommandRow[]): string {
  const rows = commands.map(({ usage, summary, right }) => [
    codeSpan(usage),
    prose(summary),
    md`${WHO[right]}`,
  ]);
  return [HELP.intro, table(HELP.head, rows), HELP.outro].join('\n\n');
}
