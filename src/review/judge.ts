import type { Outline } from '../readme/outline.ts';
import type { Criterion } from '../rubric/rubric.ts';
import { chooseEvidence } from './choose-evidence.ts';
import { findingsOf } from './findings.ts';
import type { ObservedBlock } from './observe.ts';
import type { CriterionResult } from './report.ts';
import { scoreCriterion } from './score-criterion.ts';
import type { Slots } from './slots.ts';

interface Judged {
  readonly criterion: Criterion;
  readonly outline: Outline;
  readonly blocks: readonly ObservedBlock[];
  readonly slots: Slots;
}

/** One criterion of one README: verdict, the lines that carry it, and what there is to say. */
export function judge({ criterion, outline, blocks, slots }: Judged): CriterionResult {
  const score = scoreCriterion(criterion, blocks);
  const evidence = chooseEvidence(criterion, score);
  const { id, title, counted } = criterion;
  const findings = findingsOf({ criterion, verdict: score.verdict, evidence, outline, blocks, slots });
  return { id, title, counted, verdict: score.verdict, evidence, findings };
}
