import type { Repository } from '../../jobs.ts';
import type { SettingsPreview } from '../../render/comment/settings-preview.ts';
import type { Look } from '../reviewing/look.ts';
import { reportsOf, reviewCommit } from '../reviewing/review-commit.ts';
import { SETTINGS_PATHS } from '../settings/settings-files.ts';
import type { Tools } from '../tools.ts';

/** What a commit's own settings would make of it; null where they are those in force. */
export async function settingsPreview(
  tools: Tools,
  repository: Repository,
  { commit, inForce, proposed, review, terms }: Look,
): Promise<SettingsPreview | null> {
  if (proposed === null) return null;
  const { file, problems, settings, locked } = proposed;
  const fileName = file?.fileName ?? inForce.repository.current?.fileName ?? SETTINGS_PATHS[0];
  const [first, ...others] = problems;
  if (first !== undefined) return { kind: 'broken', fileName, problems: [first, ...others] };
  const { review: proposal } = await reviewCommit(tools, repository, commit, { ...terms, settings });
  return {
    kind: 'readable',
    fileName,
    ...(file === null && { deleted: true }),
    now: { settings: inForce.settings, reports: reportsOf(review) },
    proposed: { settings, reports: reportsOf(proposal) },
    locked,
  };
}
