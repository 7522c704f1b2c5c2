import type { Outline } from '../readme/outline.ts';
import type { Remark } from '../rubric/rubric.ts';
import { chooseEvidence, toRanges } from './choose-evidence.ts';
import type { Ask } from './feedback/ask.ts';
import { findingsOf } from './feedback/findings.ts';
import { cite } from './model/cite.ts';
import type { Opinion } from './model/score.ts';
import { weigh } from './model/weigh.ts';
import type { Observation } from './observe.ts';
import type { CriterionResult, Evidence, Report, Verdict } from './report.ts';
import { type CriterionScore, couldBePresent } from './score-criterion.ts';

interface Judged {
  /** What the signals make of the criterion. */
  readonly score: CriterionScore;
  readonly outline: Outline;
  readonly observation: Observation;
  /** Asks about this README. */
  readonly ask: Ask;
  /** The model's opinion; signals alone judge a criterion without one. */
  readonly opinion: Opinion | undefined;
  readonly flags: Report['flags'];
}

/** One criterion of one README: verdict, the lines that carry it, and what there is to say. */
export function judge(judged: Judged): CriterionResult {
  const { score, outline, observation, ask, opinion } = judged;
  const { criterion } = score;
  const { verdict, held } = decide(judged);
  const evidence = evidenceFor(verdict, score, opinion);
  const { id, title, counted } = criterion;
  const nearest = verdict === 'not-assessed' ? nearestLines(score, opinion) : [];
  const findings = findingsOf({ criterion, verdict, evidence, nearest, outline, observation, ask, held });
  return { id, title, counted, verdict, evidence, findings };
}

/** What reading came to, and the verdict: not the same where data that everyone has seen holds it at thin. */
export function decide({ score, opinion, flags }: Pick<Judged, 'score' | 'opinion' | 'flags'>): {
  readonly read: Verdict;
  readonly verdict: Verdict;
  readonly held: Remark | undefined;
} {
  const read = opinion === undefined ? score.verdict : weigh(opinion, couldBePresent(score));
  const held = flags.toyDataset ? score.criterion.onToyDataset : undefined;
  return { read, verdict: held !== undefined && read === 'present' ? 'thin' : read, held };
}

function evidenceFor(
  verdict: Verdict,
  score: CriterionScore,
  opinion: Opinion | undefined,
): readonly Evidence[] {
  if (verdict !== 'thin' && verdict !== 'present') return [];
  return opinion === undefined ? chooseEvidence(score) : cite(opinion, verdict, score.blocks);
}

/** Where nobody can tell: the lines that a reader might have meant. */
function nearestLines({ blocks, atBest }: CriterionScore, opinion: Opinion | undefined) {
  if (opinion !== undefined && atBest.length === 0) return cite(opinion, 'thin', blocks);
  return toRanges(atBest.slice(0, 1));
}
