import type { CommandName, Intent } from '../../commands/intent.ts';
import { COMMANDS, COMMANDS_BY_NAME } from '../../commands/kinds/index.ts';
import type { CommentInstruction } from '../../jobs.ts';
import { helpReply } from '../../render/replies/help-reply.ts';
import { incompleteReply, unknownReply } from '../../render/replies/misread-replies.ts';
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
      return done(helpReply(COMMANDS));
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
      return declined('unknown command', unknownReply(COMMANDS_BY_NAME[command.nearest].usage));
    case 'incomplete':
      return declined('incomplete command', incomplete(command.command));
  }
}

function incomplete(name: CommandName): string {
  const { usage, example } = COMMANDS_BY_NAME[name];
  return incompleteReply(usage, example);
}
