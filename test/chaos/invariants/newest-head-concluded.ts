import type { EndLetter, EndTarget, History, Invariant } from '../history.ts';
import { GITHUB_SAID_NO, isRefusal } from './unreachable.ts';

/** For every target still reachable, the check run that GitHub shows on its newest head is concluded. */
export const newestHeadConcluded: Invariant = history => {
  const problems: string[] = [];
  for (const target of history.targets) {
    if (!target.reachable || !target.announced || wasRefused(history, target)) continue;
    const newest = runsOn(history, target).at(-1);
    if (newest === undefined)
      problems.push(`${target.key}: no check run on its newest head ${target.headSha}`);
    else if (!newest.completed) problems.push(`${target.key}: the newest check run ${newest.id} never ends`);
  }
  return problems;
};

/** One review is one check run: none that says again what the one before it says, and none left in progress. */
export const noCheckRunTwice: Invariant = history => {
  const problems: string[] = [];
  for (const [index, run] of history.runs.entries()) {
    const where = `${run.repositoryId} ${run.headSha}`;
    const before = history.runs.slice(0, index).findLast(each => isOnSameCommit(each, run));
    if (before?.says === run.says)
      problems.push(`${where}: check runs ${before.id} and ${run.id} are the same`);
    if (!run.completed) problems.push(`${where}: check run ${run.id} never ends`);
  }
  return problems;
};

function runsOn({ runs }: History, target: EndTarget) {
  return runs.filter(run => isOnSameCommit(run, target));
}

function isOnSameCommit(one: Commit, other: Commit): boolean {
  return one.repositoryId === other.repositoryId && one.headSha === other.headSha;
}

type Commit = Pick<EndTarget, 'repositoryId' | 'headSha'>;

/** It was given up because GitHub said that the app may not, and GitHub did say so. */
function wasRefused({ letters, requests }: History, { key, repositoryId }: EndTarget): boolean {
  const refused = (letter: EndLetter) => letter.jobKey === key && GITHUB_SAID_NO.includes(letter.code);
  return (
    letters.some(refused) && requests.some(each => each.repositoryId === repositoryId && isRefusal(each))
  );
}
