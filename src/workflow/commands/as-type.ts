import { nameMeantFirst } from '../../commands/name-meant.ts';
import { asReply } from '../../render/replies/author-word-replies.ts';
import { noSuchTypeReply } from '../../render/replies/misread-replies.ts';
import { settingsLines } from '../../settings/settings-lines.ts';
import type { Tools } from '../tools.ts';
import { type Answer, declined, done } from './answer.ts';
import type { Asked } from './carry-out-command.ts';
import { speak } from './speak.ts';

/** Goes back to what is detected. */
const DETECTED = /^auto\b/i;

/** `/review as`: reads the project as one of that type, and shows how to make it permanent. */
export function asType(tools: Tools, asked: Asked, written: string): Promise<Answer> {
  return speak(tools, asked, async ({ scope, place, places }) => {
    const { words, reviewer } = tools;
    const { repository, author, commentId } = asked.comment;
    const { repositoryId } = repository;
    if (DETECTED.test(written)) {
      for (const each of places) await words.withdraw(repositoryId, null, each);
      return done(asReply({ projectType: null, scope }));
    }
    const projectType = nameMeantFirst(written, reviewer.projectTypes);
    if (projectType === null) return declined('no such type', noSuchTypeReply(reviewer.projectTypes));
    const word = { kind: 'as', projectType } as const;
    await words.say(repositoryId, { word, pullRequest: place, by: author, commentId });
    return done(asReply({ projectType, scope, configLines: settingsLines({ projectType }) }));
  });
}
