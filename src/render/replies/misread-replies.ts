/** Answers to commands that cannot be carried out as they are written. None repeats what was written. */
import type { Markdown } from '../markdown.ts';
import { codeSpan, md } from '../markdown.ts';
import { listed } from '../markdown-blocks.ts';
import { quoted } from '../phrases.ts';
import {
  AFTER_UNKNOWN,
  BACK_TO_DETECTION,
  DID_YOU_MEAN,
  FOR_EXAMPLE,
  INCOMPLETE,
  NO_SUCH_CRITERION,
  NO_SUCH_TYPE,
} from './wording.ts';

/** A criterion or a project type by the names people call it. */
export interface Named {
  readonly id: string;
  readonly title: string;
}

/** @param usage of the command with the nearest name, such as `/review explain <criterion>`. */
export function unknownReply(usage: string): string {
  return `${DID_YOU_MEAN} ${codeSpan(usage).source}? ${AFTER_UNKNOWN}`;
}

/** @param usage and an example of the command that lacks something. */
export function incompleteReply(usage: string, example: string): string {
  return `${INCOMPLETE} ${codeSpan(usage).source}. ${FOR_EXAMPLE} ${codeSpan(example).source}.`;
}

export function noSuchCriterionReply(known: readonly Named[]): string {
  return `${NO_SUCH_CRITERION} ${names(known).source}.`;
}

export function noSuchTypeReply(known: readonly Named[]): string {
  return `${NO_SUCH_TYPE} ${names(known).source}. ${BACK_TO_DETECTION}`;
}

function names(known: readonly Named[]): Markdown {
  return listed(
    known.map(({ id, title }) => md`${quoted(id)} (${title})`),
    ', ',
  );
}
