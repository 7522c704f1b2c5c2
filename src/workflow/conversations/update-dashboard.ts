import type { Repository } from '../../jobs.ts';
import { renderDashboard } from '../../render/dashboard/render-dashboard.ts';
import { dashboardMarker } from '../../render/marker.ts';
import { commitPlace } from '../publishing/commit-place.ts';
import type { PostDraft, Surface } from '../publishing/post.ts';
import { postQuietly } from '../publishing/post-quietly.ts';
import { unlessRefused } from '../publishing/unless-refused.ts';
import type { Look } from '../reviewing/look.ts';
import { reportsOf } from '../reviewing/review-commit.ts';
import { sha256 } from '../sha256.ts';
import type { Tools } from '../tools.ts';

/** A repository has at most one. */
const DASHBOARD_KEY = 'dashboard';

/**
 * Brings the repository's dashboard issue to what the default branch says: opened when something is open, closed when all
 * is documented, reopened when something falls back. `once-more` writes it in any case, because somebody ticked its box.
 * Answers null when done, else when to come back.
 */
export async function updateDashboard(
  tools: Tools,
  repository: Repository,
  look: Look,
  manner: 'if-changed' | 'once-more',
): Promise<Date | null> {
  const reports = reportsOf(look.review);
  if (!look.inForce.settings.dashboard) return null;
  const standing = await tools.posts.find(repository.repositoryId, DASHBOARD_KEY);
  const place = commitPlace(tools, repository, look.headSha);
  const render = (marker: string) => renderDashboard({ reports, place, marker });
  const marker = dashboardMarker(String(repository.repositoryId));
  const { allDocumented, state } = render(marker);
  // Nobody needs an issue that says that there is nothing to do, or nothing to look at.
  if (standing === null && (allDocumented || reports.length === 0)) return null;

  const condition = allDocumented ? 'documented' : 'open';
  const turned = standing?.digest?.startsWith(condition) !== true;
  const surface = issueSurface(tools, repository, render, turned ? stateOf(allDocumented) : undefined);
  const digest = `${condition} ${sha256(state)}`;
  if (manner === 'once-more' && standing?.posted != null) {
    await tools.posts.record({ ...standing, digest: `${condition} asked` });
  }
  const draft: PostDraft = { key: DASHBOARD_KEY, digest, marker, surface };
  return unlessRefused(tools, repository, postQuietly(tools, repository, draft, { mayStand: true }));
}

type IssueState = 'open' | 'closed';

function stateOf(allDocumented: boolean): IssueState {
  return allDocumented ? 'closed' : 'open';
}

/** An issue that somebody closed by hand stays closed until the state turns. */
function issueSurface(
  { github }: Tools,
  repository: Repository,
  render: (marker: string) => { readonly title: string; readonly body: string },
  state: IssueState | undefined,
): Surface {
  return {
    create: marker => github.createIssue(repository, issueText(render(marker))),
    update: ({ id }, marker) =>
      github.updateIssue(repository, id, {
        ...issueText(render(marker)),
        ...(state !== undefined && { state }),
      }),
    find: marker => github.findIssue(repository, marker),
    fold: async () => {},
  };
}

function issueText({ title, body }: { readonly title: string; readonly body: string }) {
  return { title, body };
}
