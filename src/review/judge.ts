import type { Outline } from '../readme/outline.ts';
import type { Criterion } from '../rubric/rubric.ts';
import { chooseEvidence } from './choose-evidence.ts';
import { findingsOf } from './findings.ts';
import type { Observation } from './observe.ts';
import type { CriterionResult } from './report.ts';
import { scoreCriterion } from './score-criterion.ts';
import type { Slots } from './slots.ts';

interface Judged {
  readonly criterion: Criterion;
  readonly outline: Outline;
  readonly observation: Observation;
  readonly slots: Slots;
}

/** One criterion of one README: verdict, the lines that carry it, and what there is to say. */
export function judge({ criterion, outline, observation, slots }: Judged): CriterionResult {
  const score = scoreCriterion(criterion, observation.blocks);
  const evidence = chooseEvidence(criterion, score);
  const { id, title, counted } = criterion;
  const findings = findingsOf({ criterion, verdict: score.verdict, evidence, outline, observation, slots });
  return { id, title, counted, verdict: score.verdict, evidence, findings };
}
