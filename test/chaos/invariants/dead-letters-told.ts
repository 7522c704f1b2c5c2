import type { EndLetter, History, Invariant } from '../history.ts';
import { GITHUB_SAID_NO } from './unreachable.ts';

/** Nothing is given up without a concluded check run, where one can be written. */
export const deadLettersTold: Invariant = history =>
  history.letters.flatMap(letter => {
    if (GITHUB_SAID_NO.includes(letter.code) || !isReachable(history, letter)) return [];
    if (!letter.told && isSuperseded(history, letter)) return [];
    if (!letter.told) return [`${letter.jobKey}: given up for ${letter.code}, and nobody was told`];
    const target = history.targets.find(({ key }) => key === letter.jobKey);
    if (target === undefined || !target.announced) return [];
    const concluded = history.runs.some(
      ({ repositoryId, headSha, completed }) =>
        repositoryId === target.repositoryId && headSha === target.headSha && completed,
    );
    return concluded ? [] : [`${letter.jobKey}: given up for ${letter.code} without a check run`];
  });

/** It was asked for again before anybody was told, and then it was done. */
function isSuperseded({ targets, instructions }: History, { jobKey }: EndLetter): boolean {
  const isDone = targets.some(({ key, open }) => key === jobKey && !open);
  return isDone || instructions.some(({ id, result }) => jobKey === `instruction/${id}` && result === 'done');
}

function isReachable({ targets }: History, { repositoryId }: EndLetter): boolean {
  return targets.some(target => target.repositoryId === repositoryId && target.reachable);
}
