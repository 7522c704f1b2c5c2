import type { History, Invariant } from '../history.ts';

/** What was asked for and not done is on record with its reason: a dead letter, or a wait for the end of a suspension. */
export const unreachableRecorded: Invariant = history => [
  ...history.targets.filter(({ open }) => open).flatMap(({ key }) => unlessRecorded(history, key)),
  ...history.instructions
    .filter(({ result }) => result === null)
    .flatMap(({ id }) => unlessRecorded(history, `instruction/${id}`)),
  ...history.jobs.filter(({ suspended }) => !suspended).map(({ key }) => `${key}: its job was never done`),
];

/** Operators see as many dead letters of each code as there are. */
export const lettersCounted: Invariant = ({ letters, countedLetters }) => {
  const codes = new Set([...letters.map(({ code }) => code), ...Object.keys(countedLetters)]);
  return [...codes].flatMap(code => {
    const there = letters.filter(letter => letter.code === code).length;
    const counted = countedLetters[code] ?? 0;
    return there === counted ? [] : [`${code}: ${there} dead letters, ${counted} counted`];
  });
};

function unlessRecorded({ letters, jobs }: History, jobKey: string): readonly string[] {
  const recorded = letters.some(letter => letter.jobKey === jobKey) || jobs.some(({ key }) => key === jobKey);
  return recorded ? [] : [`${jobKey}: asked for, not done, and nothing says why`];
}
