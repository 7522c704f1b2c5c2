import type { Outline } from '../../readme/outline.ts';
import type { Contribution, Level, PassageExplanation, ScoreExplanation } from '../explanation.ts';
import { firstWords } from '../first-words.ts';
import { explainFeatures, wordsBehind } from './explain-features.ts';
import { explainWords, wordPlaces } from './explain-words.ts';
import type { WordClasses } from './features.ts';
import type { CriterionModel } from './model.ts';
import type { ScoredPassage } from './score.ts';

interface Explained {
  readonly scored: ScoredPassage;
  readonly weights: CriterionModel;
  readonly classes: WordClasses;
  readonly outline: Outline;
}

/** What spoke for and against a passage, at both levels. */
export function explainPassage({ scored, weights, classes, outline }: Explained): PassageExplanation {
  const { passage, features } = scored;
  const { blocks } = passage;
  const said = wordsBehind(passage, classes);
  const places = wordPlaces(passage, outline);
  const at = (level: Level): ScoreExplanation => ({
    score: scored[level],
    bias: weights[level].bias,
    contributions: [
      ...explainFeatures(features, weights[level], said),
      ...explainWords(features, weights[level], places),
    ]
      .filter(({ amount }) => amount !== 0)
      .sort(strongestFirst),
  });
  return {
    startLine: blocks[0].range.startLine,
    endLine: blocks.reduce((last, { range }) => Math.max(last, range.endLine), 0),
    quote: firstWords(blocks),
    thin: at('thin'),
    present: at('present'),
  };
}

/** Names decide between equals, in no language's order, so that the same README is always explained alike. */
function strongestFirst(a: Contribution, b: Contribution): number {
  return Math.abs(b.amount) - Math.abs(a.amount) || (keyOf(a) < keyOf(b) ? -1 : 1);
}

function keyOf({ kind, name }: Contribution): string {
  return `${kind} ${name}`;
}
