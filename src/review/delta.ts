/**
 * What changed between two reviews: of a branch since its last reviewed commit, of a pull request against its base.
 * Plain data and pure functions, so that every room may use them.
 */
import { createHash } from 'node:crypto';
import { matchReadmes } from './match-readmes.ts';
import type { Report, Verdict } from './report.ts';

/** One criterion as it stood. */
export interface StoodCriterion {
  readonly id: string;
  readonly title: string;
  readonly counted: boolean;
  readonly verdict: Verdict;
  /** True where the author accepted it with a reason. */
  readonly accepted: boolean;
}

/** One README as it stood. */
export interface StoodReadme {
  readonly path: string;
  /** Git blob id. */
  readonly sha: string;
  /** Names engine, model, rubric and project type: equal judges and equal blobs give equal verdicts. */
  readonly judge: string;
  /** In the rubric's order; empty for a README that is not read as one of the project types. */
  readonly criteria: readonly StoodCriterion[];
}

/** All that a later review is compared with; small enough to be kept for every branch. */
export interface Snapshot {
  readonly headSha: string;
  readonly readmes: readonly StoodReadme[];
}

/**
 * `documented`: it counts as documented now and did not. `progressed`: a level up, not documented yet. `regressed`:
 * documented no more, or a level down without having been. What is documented on both sides is no change; what could not
 * be told on one side is one only where that makes it documented, or no longer.
 */
export type ChangeKind = 'documented' | 'progressed' | 'regressed';

/**
 * `text`: another README. `rubric`: another rubric, engine or type over the same README. `author`: accepted or withdrawn,
 * and the text alone documents it on neither side.
 */
export type ChangeCause = 'text' | 'rubric' | 'author' | 'text-and-rubric';

export interface CriterionChange {
  readonly id: string;
  readonly title: string;
  readonly counted: boolean;
  readonly kind: ChangeKind;
  readonly cause: ChangeCause;
  readonly before: StoodCriterion;
  readonly after: StoodCriterion;
}

/** One README that is in both reviews, or only in one of them. */
export interface ReadmeDelta {
  readonly path: string;
  readonly kind: 'both' | 'added' | 'removed';
  /** In the rubric's order; empty where nothing changed, and for a README that was added or removed. */
  readonly changes: readonly CriterionChange[];
  /** Counted criteria of both reviews that stand as they stood. */
  readonly unchanged: number;
}

export interface Delta {
  /** The commit that was compared with. */
  readonly since: string;
  /** In the order of the later review; removed READMEs last. */
  readonly readmes: readonly ReadmeDelta[];
}

/** Hex digits of a judge's digest: it is compared with a few others and guards nothing. */
const JUDGE_DIGITS = 16;

/** Where nothing could be told, levels are not compared. */
const LEVELS: Readonly<Record<Verdict, number>> = { 'not-assessed': 0, missing: 0, thin: 1, present: 2 };

/** How the READMEs of a commit stand. `headSha` is the commit. */
export function snapshotOf(headSha: string, reports: readonly Report[]): Snapshot {
  return { headSha, readmes: reports.map(stoodReadme) };
}

/** What the later review says that the earlier one did not. A README that was renamed is compared with itself. */
export function compare(before: Snapshot, after: Snapshot): Delta {
  const { pairs, removed } = matchReadmes(before.readmes, after.readmes);
  return {
    since: before.headSha,
    readmes: [
      ...pairs.map(pair =>
        pair.before === null ? alone(pair.after, 'added') : both(pair.before, pair.after),
      ),
      ...removed.map(readme => alone(readme, 'removed')),
    ],
  };
}

function stoodReadme(report: Report): StoodReadme {
  const { readme, engineVersion, model, rubric, projectType } = report;
  const judge = JSON.stringify([engineVersion, model.digest, rubric.id, rubric.digest, projectType.id]);
  // Of a README that is no project of a known type nothing is listed as missing, so nothing can change for its author.
  const told = projectType.id === 'other' ? [] : report.criteria;
  return {
    path: readme.path,
    sha: readme.sha,
    judge: createHash('sha256').update(judge).digest('hex').slice(0, JUDGE_DIGITS),
    criteria: told.map(({ id, title, counted, verdict, accepted }) => {
      return { id, title, counted, verdict, accepted: accepted !== undefined };
    }),
  };
}

function alone({ path }: StoodReadme, kind: 'added' | 'removed'): ReadmeDelta {
  return { path, kind, changes: [], unchanged: 0 };
}

function both(before: StoodReadme, after: StoodReadme): ReadmeDelta {
  const stood = new Map(before.criteria.map(criterion => [criterion.id, criterion]));
  const changes: CriterionChange[] = [];
  let unchanged = 0;
  for (const criterion of after.criteria) {
    const was = stood.get(criterion.id);
    if (was === undefined) continue;
    const kind = kindOf(was, criterion);
    const { id, title, counted } = criterion;
    if (kind !== null) {
      const cause = isByAuthor(was, criterion) ? 'author' : causeOf(before, after);
      changes.push({ id, title, counted, kind, cause, before: was, after: criterion });
    } else if (counted) unchanged += 1;
  }
  return { path: after.path, kind: 'both', changes, unchanged };
}

function kindOf(before: StoodCriterion, after: StoodCriterion): ChangeKind | null {
  const documented = isDocumented(after);
  if (documented !== isDocumented(before)) return documented ? 'documented' : 'regressed';
  const risen = LEVELS[after.verdict] - LEVELS[before.verdict];
  if (documented || isUntold(before, after) || risen === 0) return null;
  return risen > 0 ? 'progressed' : 'regressed';
}

/** True where an acceptance came or went, and the text counts as documented on neither side, whatever it became. */
function isByAuthor(before: StoodCriterion, after: StoodCriterion): boolean {
  const byText = before.verdict === 'present' || after.verdict === 'present';
  return before.accepted !== after.accepted && !byText;
}

function isUntold(before: StoodCriterion, after: StoodCriterion): boolean {
  return before.verdict === 'not-assessed' || after.verdict === 'not-assessed';
}

function isDocumented({ verdict, accepted }: StoodCriterion): boolean {
  return verdict === 'present' || accepted;
}

/** Why a verdict is another one. Where README and judge are the same, only the author's word is left. */
function causeOf(before: StoodReadme, after: StoodReadme): ChangeCause {
  const sameText = before.sha === after.sha;
  if (before.judge === after.judge) return sameText ? 'author' : 'text';
  return sameText ? 'rubric' : 'text-and-rubric';
}
