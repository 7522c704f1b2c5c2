import type { Outline } from '../../readme/outline.ts';
import type {
  CalibrationInput,
  Level,
  ModelExplanation,
  PassageExplanation,
  ProbabilityExplanation,
} from '../explanation.ts';
import type { Verdict } from '../report.ts';
import { type Calibration, probability } from './calibration.ts';
import { explainPassage } from './explain-passage.ts';
import type { Opinion, ScoredPassage } from './score.ts';
import { missingBelow, PRESENT_FROM, THIN_FROM } from './weigh.ts';

const MAX_PASSAGES = 3;

/** What `calibrationInputs` gives, in its order. */
const INPUT_NAMES = ['best-thin', 'best-present', 'points', 'signals-thin', 'signals-present'] as const;

interface Explained {
  readonly opinion: Opinion;
  /** What its probabilities came to. */
  readonly read: Verdict;
  /** By the signals: whether other headings would make it present. */
  readonly couldBePresent: boolean;
  readonly outline: Outline;
}

/** What the model's two probabilities are made of, and the passages behind them. */
export function explainOpinion({ opinion, read, couldBePresent, outline }: Explained): ModelExplanation {
  const { weights, passages, inputs, classes } = opinion;
  const { calibration } = weights;
  const level = read === 'thin' || read === 'present' ? 'present' : 'thin';
  return {
    thresholds: {
      missingBelow: missingBelow(couldBePresent),
      thinFrom: THIN_FROM,
      presentFrom: PRESENT_FROM,
    },
    thin: explainProbability(opinion.atLeastThin, calibration.thin, inputs),
    present: explainProbability(opinion.present, calibration.present, inputs),
    level,
    passages: weightiest(passages, level).map(
      (scored): PassageExplanation => explainPassage({ scored, weights, classes, outline }),
    ),
    passageCount: passages.length,
  };
}

function explainProbability(
  given: number,
  calibration: Calibration,
  values: readonly number[],
): ProbabilityExplanation {
  const { bias, weights } = calibration;
  const inputs = weights.map((weight, index): CalibrationInput => {
    return { name: INPUT_NAMES[index] ?? 'other', value: values[index] ?? 0, weight };
  });
  return {
    probability: given,
    logOdds: inputs.reduce((sum, { value, weight }) => sum + value * weight, bias),
    bias,
    inputs,
    capped: given < probability(calibration, values),
  };
}

/** The best at the level; the best at the other one is among them, because it counts as well. */
function weightiest(passages: readonly ScoredPassage[], level: Level): readonly ScoredPassage[] {
  const ranked = rank(passages, level);
  const [other] = rank(passages, level === 'thin' ? 'present' : 'thin');
  const chosen = ranked.slice(0, MAX_PASSAGES);
  if (other === undefined || chosen.includes(other)) return chosen;
  return [...chosen.slice(0, MAX_PASSAGES - 1), other];
}

function rank(passages: readonly ScoredPassage[], level: Level): readonly ScoredPassage[] {
  return [...passages].sort(
    (a, b) => b[level] - a[level] || a.passage.blocks[0].index - b.passage.blocks[0].index,
  );
}
