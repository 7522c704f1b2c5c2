import { examine, type ReviewInput } from './examine.ts';
import { explainSignals } from './explain-signals.ts';
import type { Explanation } from './explanation.ts';
import { decide } from './judge.ts';
import { explainOpinion } from './model/explain-opinion.ts';
import { couldBePresent } from './score-criterion.ts';

/** How the verdicts that `review` gives on the same input came about; null where the language is not read. */
export function explain(input: ReviewInput): Explanation | null {
  const examined = examine(input);
  if (examined === null) return null;
  const { projectType, scores, opinions, flags, outline } = examined;
  const criteria = [...scores].map(([id, score]) => {
    const opinion = opinions.get(id);
    const { read, verdict } = decide({ score, opinion, flags });
    return {
      id,
      title: score.criterion.title,
      verdict,
      read,
      signals: explainSignals(score),
      ...(opinion === undefined
        ? {}
        : { model: explainOpinion({ opinion, read, couldBePresent: couldBePresent(score), outline }) }),
    };
  });
  return { projectType: projectType.id, criteria };
}
