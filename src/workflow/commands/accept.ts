import type { Command } from '../../commands/intent.ts';
import { acceptanceComment } from '../../commands/parse-acceptance.ts';
import { acceptedReply } from '../../render/replies/author-word-replies.ts';
import { settingsLines } from '../../settings/settings-lines.ts';
import type { Tools } from '../tools.ts';
import { type Answer, done } from './answer.ts';
import type { Asked } from './carry-out-command.ts';
import { noSuchCriterion, resolveCriterion } from './resolve-criterion.ts';
import { speak } from './speak.ts';

/** `/review accept`: the verdict stays visible beside the author's reason, and counts as documented. */
export function accept(
  tools: Tools,
  asked: Asked,
  { criterion: written, reason }: Extract<Command, { kind: 'accept' }>,
): Promise<Answer> {
  return speak(tools, asked, async ({ reports, scope, place }) => {
    const criterion = resolveCriterion(written, reports);
    if (criterion === null) return noSuchCriterion(reports);
    const { repository, author, commentId } = asked.comment;
    const word = { kind: 'accept', criterion: criterion.id, reason } as const;
    await tools.words.say(repository.repositoryId, { word, pullRequest: place, by: author, commentId });
    const readmeLine = acceptanceComment({ criterion: criterion.id, reason });
    const configLines = settingsLines({ accept: { [criterion.id]: reason } });
    return done(acceptedReply({ criterion, reason, scope, readmeLine, configLines }));
  });
}
