import type { RepositoryFacts } from '../facts/repository-facts.ts';
import type { Outline } from '../readme/outline.ts';
import type { ProjectType, Rubric } from '../rubric/rubric.ts';
import type { ProjectTypeResult, TypeEvidence } from './report.ts';
import { PhraseMatcher } from './words/phrase-matcher.ts';
import { wordsOf } from './words/tokenise.ts';

/** What is none of the rubric's project types. */
export const OTHER_TYPE = 'other';
const MAX_EVIDENCE = 4;
const ENOUGH = 3;

interface TypeInput {
  readonly outline: Outline;
  readonly facts: RepositoryFacts;
  readonly rubric: Rubric;
  readonly declaredType: string | undefined;
}

/** The project type: as declared, else the one that README and manifests speak for most; `other` where none is clear. */
export function detectType({ outline, facts, rubric, declaredType }: TypeInput): ProjectTypeResult {
  if (declaredType !== undefined) return { id: declaredType, declared: true, evidence: [] };
  const words = new Map<string, number>();
  const matcher = new PhraseMatcher<string>(
    Object.fromEntries(rubric.projectTypes.map(type => [type.id, type.words])),
  );
  for (const { kind, text } of outline.blocks) {
    if (kind === 'code') continue;
    for (const { name } of matcher.find(wordsOf(text))) words.set(name, (words.get(name) ?? 0) + 1);
  }
  let best: { type: ProjectType; points: number } | null = null;
  for (const type of rubric.projectTypes) {
    const tools = facts.tools.filter(({ name }) => type.tools.includes(name)).length;
    const points = Math.log2(1 + (words.get(type.id) ?? 0)) + 0.3 * Math.min(tools, 3);
    if (best === null || points > best.points) best = { type, points };
  }
  if (best === null || best.points < ENOUGH) return { id: OTHER_TYPE, declared: false, evidence: [] };
  return { id: best.type.id, declared: false, evidence: evidenceFor(best.type, facts) };
}

function evidenceFor(type: ProjectType, facts: RepositoryFacts): readonly TypeEvidence[] {
  return facts.tools
    .filter(({ name }) => type.tools.includes(name))
    .slice(0, MAX_EVIDENCE)
    .map(({ name, manifest }) => ({ text: `\`${name}\` in ${manifest}`, path: manifest }));
}
