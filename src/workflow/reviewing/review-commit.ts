import type { Repository } from '../../jobs.ts';
import type { CommitReview, Report } from '../../review/report.ts';
import type { Commit } from '../reading/read-commit.ts';
import type { Tools } from '../tools.ts';
import { type ChosenReadme, chooseReadmes, linkedReadmes } from './choose-readmes.ts';
import { reviewReadme, type Terms } from './review-readme.ts';

export interface ReviewedCommit {
  readonly review: CommitReview;
  /** Those that were read, in the order of their reports. */
  readonly readmes: readonly ChosenReadme[];
}

/**
 * What there is to say about one commit: its README, or all that the settings name, and the projects that an index links.
 * @throws ShowworkError `GITHUB_…`, `REVIEW_…`, `STORE_…`
 */
export async function reviewCommit(
  tools: Tools,
  repository: Repository,
  commit: Commit,
  terms: Terms,
): Promise<ReviewedCommit> {
  const chosen = await chooseReadmes(commit, terms.settings, saidType(terms));
  const reports = await reviewAll(chosen);
  const projects = reports.flatMap(report => report.projects ?? []);
  const linked = terms.settings.readmes.length > 0 ? [] : await linkedReadmes(commit, projects, chosen);
  const readmes = [...chosen, ...linked];
  const [first, ...others] = [...reports, ...(await reviewAll(linked))];
  if (first === undefined) return { review: { kind: 'no-readme', lookedIn: commit.lookedIn }, readmes };
  return { review: { kind: 'reviewed', reports: [first, ...others] }, readmes };

  async function reviewAll(readmes: readonly ChosenReadme[]): Promise<readonly Report[]> {
    const reviewed: Report[] = [];
    for (const readme of readmes) reviewed.push(await reviewReadme(tools, repository, commit, readme, terms));
    return reviewed;
  }
}

/** The project type that somebody named in a comment, the narrower scope first; null where nobody did. */
export function saidType({ words }: Pick<Terms, 'words'>): string | null {
  for (const { word } of words) if (word.kind === 'as') return word.projectType;
  return null;
}

export function reportsOf(review: CommitReview): readonly Report[] {
  return review.kind === 'reviewed' ? review.reports : [];
}
