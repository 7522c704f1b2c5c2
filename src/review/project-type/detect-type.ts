import type { RepositoryFacts } from '../../facts/repository-facts.ts';
import type { Outline } from '../../readme/outline.ts';
import type { ProjectType, Rubric } from '../../rubric/rubric.ts';
import { modelFor, type TrainedModel } from '../model/decode-model.ts';
import { typeByModel } from '../model/type-by-model.ts';
import { countLinkedProjects } from '../portfolio.ts';
import type { ReadBlock } from '../read-blocks.ts';
import type { Reading } from '../reading.ts';
import type { ProjectTypeResult } from '../report.ts';
import { toolsNear } from '../tools-near.ts';
import { type TypeSigns, typeByWords } from './type-by-words.ts';
import { typeEvidence } from './type-evidence.ts';
import { typeInTitle } from './type-in-title.ts';
import { countMentions } from './type-mentions.ts';

/** What is none of the rubric's project types. */
export const OTHER_TYPE = 'other';

interface TypeInput {
  readonly outline: Outline;
  readonly blocks: readonly ReadBlock[];
  readonly facts: RepositoryFacts;
  readonly rubric: Rubric;
  readonly reading: Reading;
  readonly readmePath: string;
  readonly model: TrainedModel | undefined;
  readonly declaredType: string | undefined;
}

/** The project type: as declared, else as README and manifests speak for it; `other` where none is clear. */
export function detectType(input: TypeInput): ProjectTypeResult {
  const { rubric, declaredType, blocks, readmePath } = input;
  if (declaredType !== undefined) return { id: declaredType, declared: true, evidence: [] };
  const signs = readTypeSigns(input);
  const type = typeByContent(input, signs) ?? typeInTitle(blocks, rubric);
  if (type === undefined) return { id: OTHER_TYPE, declared: false, evidence: [] };
  return { id: type.id, declared: false, evidence: typeEvidence(type, signs, readmePath) };
}

function typeByContent(input: TypeInput, signs: TypeSigns): ProjectType | undefined {
  const { rubric, blocks, outline } = input;
  const model = modelFor(input.model, input.reading.language);
  if (model === null) return typeByWords(signs, rubric);
  return typeByModel({ ...signs, blocks, outline }, rubric, model.types);
}

/** What speaks for one type or another, in the README and in the manifests it is about. */
export function readTypeSigns({
  blocks,
  reading,
  outline,
  facts,
  readmePath,
}: Pick<TypeInput, 'blocks' | 'reading' | 'outline' | 'facts' | 'readmePath'>): TypeSigns {
  return {
    mentions: countMentions(blocks, reading),
    tools: toolsNear(facts, readmePath),
    linkedProjects: countLinkedProjects(outline),
  };
}
