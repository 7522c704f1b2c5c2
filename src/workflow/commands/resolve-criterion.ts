import { nameMeantFirst } from '../../commands/name-meant.ts';
import type { Named } from '../../ports.ts';
import { noSuchCriterionReply } from '../../render/replies/misread-replies.ts';
import type { Report } from '../../review/report.ts';
import { type Answer, declined } from './answer.ts';

/** The criterion that somebody means, of all that the READMEs are read for; words may follow its name. */
export function resolveCriterion(written: string, reports: readonly Report[]): Named | null {
  const known = criteriaOf(reports);
  const id = nameMeantFirst(written, known);
  return known.find(criterion => criterion.id === id) ?? null;
}

export function noSuchCriterion(reports: readonly Report[]): Answer {
  return declined('no such criterion', noSuchCriterionReply(criteriaOf(reports)));
}

/** Each once, in the order of the READMEs and their rubrics. */
function criteriaOf(reports: readonly Report[]): readonly Named[] {
  const known = new Map<string, Named>();
  for (const { criteria } of reports) {
    for (const { id, title } of criteria) if (!known.has(id)) known.set(id, { id, title });
  }
  return [...known.values()];
}
