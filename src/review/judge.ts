import type { Outline } from '../readme/outline.ts';
import type { Criterion } from '../rubric/rubric.ts';
import { chooseEvidence } from './choose-evidence.ts';
import { findingsOf } from './findings.ts';
import { cite } from './model/cite.ts';
import type { Opinion } from './model/score.ts';
import { weigh } from './model/weigh.ts';
import type { Observation } from './observe.ts';
import type { CriterionResult, Evidence, Report, Verdict } from './report.ts';
import { type CriterionScore, scoreCriterion } from './score-criterion.ts';
import type { Slots } from './slots.ts';

interface Judged {
  readonly criterion: Criterion;
  readonly outline: Outline;
  readonly observation: Observation;
  readonly slots: Slots;
  /** The model's opinion; signals alone judge a criterion without one. */
  readonly opinion: Opinion | undefined;
  readonly flags: Report['flags'];
}

/** One criterion of one README: verdict, the lines that carry it, and what there is to say. */
export function judge({ criterion, outline, observation, slots, opinion, flags }: Judged): CriterionResult {
  const score = scoreCriterion(criterion, observation.blocks);
  const read = opinion === undefined ? score.verdict : weigh(opinion, score.verdict);
  const held = flags.toyDataset ? criterion.onToyDataset : undefined;
  const verdict = held !== undefined && read === 'present' ? 'thin' : read;
  const evidence = evidenceFor(verdict, criterion, score, opinion);
  const { id, title, counted } = criterion;
  const findings = findingsOf({ criterion, verdict, evidence, outline, observation, slots, held });
  return { id, title, counted, verdict, evidence, findings };
}

function evidenceFor(
  verdict: Verdict,
  criterion: Criterion,
  score: CriterionScore,
  opinion: Opinion | undefined,
): readonly Evidence[] {
  if (verdict !== 'thin' && verdict !== 'present') return [];
  return opinion === undefined ? chooseEvidence(criterion, score) : cite(opinion, verdict, score.blocks);
}
