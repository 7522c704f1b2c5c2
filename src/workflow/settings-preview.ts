import type { Repository } from '../jobs.ts';
import type { SettingsPreview } from '../render/comment/settings-preview.ts';
import { compare, snapshotOf } from '../review/delta.ts';
import type { Look } from './look.ts';
import { reportsOf } from './pull-request-change.ts';
import { reviewCommit } from './review-commit.ts';
import type { Tools } from './tools.ts';

/** What a commit's own settings would make of it; null where they are those in force. */
export async function settingsPreview(
  tools: Tools,
  repository: Repository,
  { commit, proposed, review, terms, headSha }: Look,
): Promise<SettingsPreview | null> {
  if (proposed === null) return null;
  const { file, problems, settings } = proposed;
  if (problems.length > 0) return { kind: 'broken', fileName: file?.fileName ?? '', problems };
  const proposal = await reviewCommit(tools, repository, commit, { ...terms, settings });
  return { kind: 'readable', now: reportsOf(review), proposed: reportsOf(proposal) };
}
