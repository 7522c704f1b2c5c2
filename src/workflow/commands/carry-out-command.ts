import { usageOf, usageRows } from '../../commands/all-commands.ts';
import type { Intent } from '../../commands/intent.ts';
import type { CommentInstruction } from '../../jobs.ts';
import { helpReply, incompleteReply, unknownReply } from '../../render/replies/replies.ts';
import type { Tools } from '../tools.ts';
import { accept } from './accept.ts';
import { type Answer, declined, done } from './answer.ts';
import { asType } from './as-type.ts';
import { config } from './config.ts';
import { explain } from './explain.ts';
import { reviewOnCommand } from './review-on-command.ts';
import type { Standing } from './standing.ts';
import { withdraw } from './withdraw.ts';

/** A command, who gives it, and where. */
export interface Asked {
  /** Of the instruction. */
  readonly id: string;
  readonly comment: CommentInstruction;
  readonly intent: Intent;
  readonly standing: Standing;
  /** An earlier attempt may have got as far as an answer. */
  readonly resumed: boolean;
}

/** Each command is one function. */
export async function carryOutCommand(tools: Tools, asked: Asked): Promise<Answer> {
  const { command } = asked.intent;
  switch (command.kind) {
    case 'review':
      return reviewOnCommand(tools, asked);
    case 'help':
      return done(helpReply(usageRows()));
    case 'config':
      return config(tools, asked);
    case 'explain':
      return explain(tools, asked, command.criterion);
    case 'accept':
      return accept(tools, asked, command);
    case 'withdraw':
      return withdraw(tools, asked, command.criterion);
    case 'as':
      return asType(tools, asked, command.projectType);
    case 'unknown':
      return declined('unknown command', unknownReply(usageOf(command.nearest)));
    case 'incomplete':
      return declined('incomplete command', incompleteReply(usageOf(command.command)));
  }
}
