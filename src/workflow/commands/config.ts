import { configReply } from '../../render/replies/replies.ts';
import { configurationView } from '../configuration-view.ts';
import { settingsInForce } from '../settings/in-force.ts';
import type { Tools } from '../tools.ts';
import { type Answer, done } from './answer.ts';
import { askedHead } from './asked-head.ts';
import type { Asked } from './carry-out-command.ts';

/** `/review config`: what is in force, and where it comes from. */
export async function config(tools: Tools, { comment }: Asked): Promise<Answer> {
  const { repository } = comment;
  const inForce = await settingsInForce(tools, repository, { asked: true, commit: null });
  const head = await askedHead(tools, comment);
  const words = head.kind === 'none' ? [] : await tools.words.listFor(repository.repositoryId, head.headSha);
  return done(
    configReply({ settings: inForce.settings, words, view: configurationView(repository, inForce) }),
  );
}
