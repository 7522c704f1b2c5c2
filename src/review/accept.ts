/** The author's own word on criteria: it stands beside the verdict, and counts as documented. */
import type { ReadmeAcceptance } from '../readme/outline.ts';
import { didYouMean } from '../rubric/did-you-mean.ts';
import { resolveName } from '../rubric/resolve-name.ts';
import type { Rubrics } from '../rubric/rubrics.ts';
import type { Acceptance, CriterionResult, Finding } from './report.ts';

/** An acceptance that was not said in the README. */
export interface SaidElsewhere extends Acceptance {
  /** A criterion's id, or what somebody calls it. */
  readonly criterion: string;
}

/** Everything an author accepted. */
export interface SaidAcceptances {
  readonly inReadme: readonly ReadmeAcceptance[];
  readonly elsewhere: readonly SaidElsewhere[];
}

/**
 * The results with what their author accepts: the README's own word first, then the others in their order, the first of
 * a criterion. What is present needs none. Remarks on what is accepted are kept for whoever looks, and press nobody.
 */
export function accept(
  results: readonly CriterionResult[],
  { inReadme, elsewhere }: SaidAcceptances,
): readonly CriterionResult[] {
  const said = [
    ...inReadme.map(({ criterion, reason }) => ({ criterion, reason, source: 'readme' as const })),
    ...elsewhere,
  ];
  const byId = new Map<string, Acceptance>();
  for (const { criterion, reason, source } of said) {
    const id = resolveName(criterion, results);
    if (id !== null && !byId.has(id)) byId.set(id, { reason, source });
  }
  return results.map(result => {
    const accepted = byId.get(result.id);
    if (accepted === undefined || result.verdict === 'present') return result;
    return { ...result, findings: result.findings.map(asInformation), accepted };
  });
}

/**
 * A note for each acceptance of the README that names none of the criteria by which it is judged. What another project
 * type is judged by is no mistake: it waits for its type.
 */
export function unknownAcceptances(
  acceptances: readonly ReadmeAcceptance[],
  criteria: readonly { readonly id: string; readonly title: string }[],
  { base, types }: Rubrics,
): readonly Finding[] {
  const ofAnyType = [base, ...types].flatMap(rubric => rubric.criteria);
  const ids = criteria.map(({ id }) => id);
  return acceptances
    .filter(
      ({ criterion }) => (resolveName(criterion, criteria) ?? resolveName(criterion, ofAnyType)) === null,
    )
    .map(({ criterion, line }): Finding => {
      const name = criterion.replaceAll('`', '');
      return {
        kind: 'informative',
        code: 'acceptance-unknown',
        text: `Line ${line} accepts “${name}”, which is no criterion of this review${didYouMean(name, ids)}`,
        place: { startLine: line, endLine: line },
      };
    });
}

function asInformation(finding: Finding): Finding {
  const presses = finding.kind === 'essential' || finding.kind === 'actionable';
  return presses ? { ...finding, kind: 'informative' } : finding;
}
