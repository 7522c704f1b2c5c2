import { md } from '../markdown.ts';
import { quoted, sentence } from '../phrases.ts';
import { FAILED_REPLY } from './wording.ts';

/** What is said where carrying out a command failed on our side. `reason`: the learner's sentence of the catalogue. */
export function failedReply({
  sentence: reason,
  referenceId,
}: {
  readonly sentence: string;
  readonly referenceId: string;
}): string {
  return md`${FAILED_REPLY.sorry} ${sentence(reason)} ${FAILED_REPLY.again} ${quoted(referenceId)}.`.source;
}
