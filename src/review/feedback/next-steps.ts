import type { Rubric } from '../../rubric/rubric.ts';
import type { CriterionResult, NextStep } from '../report.ts';

/** More than this is a list nobody begins (PRODUCT: at most three next steps). */
const MAX_NEXT_STEPS = 3;

/** What a step gains while what it stands on is missing: a failure says little about a system that nobody knows. */
const UNSUPPORTED = 0.5;

/**
 * The steps that would gain most, in verdict levels weighted by criterion; equal gains keep the rubric's order. What the
 * author accepts is settled.
 */
export function nextSteps(rubric: Rubric, results: readonly CriterionResult[]): readonly NextStep[] {
  const steps: NextStep[] = [];
  for (const criterion of rubric.criteria) {
    const result = results.find(({ id }) => id === criterion.id);
    if (result === undefined || !criterion.counted || result.accepted !== undefined) continue;
    if (result.verdict !== 'missing' && result.verdict !== 'thin') continue;
    const place = result.findings[0]?.place;
    const stands = criterion.standsOn.every(
      id => results.find(each => each.id === id)?.verdict !== 'missing',
    );
    steps.push({
      criterion: criterion.id,
      text: criterion.nextStep[result.verdict],
      ...(place === undefined ? {} : { place }),
      gain: criterion.weight * (result.verdict === 'missing' ? 2 : 1) * (stands ? 1 : UNSUPPORTED),
    });
  }
  return steps.sort((a, b) => b.gain - a.gain).slice(0, MAX_NEXT_STEPS);
}
