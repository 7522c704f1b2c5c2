/** READMEs with their project type: labelled ones, and small ones that were written for the model. */
import { z } from 'zod';
import { readFacts } from '../../src/facts/read-facts.ts';
import { isMarkdownPath } from '../../src/facts/readme-names.ts';
import type { RepositoryFacts } from '../../src/facts/repository-facts.ts';
import { decodeReadme } from '../../src/readme/decode-readme.ts';
import type { Outline } from '../../src/readme/outline.ts';
import { readOutline } from '../../src/readme/read-outline.ts';
import type { LinearFeatures } from '../../src/review/model/linear.ts';
import { typeFeatures } from '../../src/review/model/type-features.ts';
import { readTypeSigns } from '../../src/review/project-type/detect-type.ts';
import { readBlocks } from '../../src/review/read-blocks.ts';
import type { Label } from '../corpus/labels.ts';
import { readRequest } from '../corpus/read-request.ts';
import { readWritten } from './read-written.ts';
import { speaks, type Teaching } from './teaching.ts';

const PATH = 'README.md';

const WrittenReadme = z.strictObject({
  type: z.enum(['ml-pipeline', 'llm-application', 'ml-infrastructure', 'portfolio-index', 'other']),
  /** Package names that its manifest lists. */
  tools: z.array(z.string()),
  readme: z.string().min(1),
});

export interface TypedReadme {
  readonly type: string;
  readonly features: LinearFeatures;
}

export interface TypedExample extends TypedReadme {
  /** Path in the corpus. */
  readonly readme: string;
}

/** The labelled READMEs in the model's language. */
export function readTypedExamples(
  corpus: string,
  labels: readonly Label[],
  teaching: Teaching,
): TypedExample[] {
  return labels.flatMap(({ readme, projectType }) => {
    const { repositoryName, paths, pathsTruncated, manifests, ...request } = readRequest(corpus, readme);
    const { path, content } = request.readme;
    if (typeof content === 'string' || !isMarkdownPath(path)) return [];
    const texts = manifests.map(file => ({ path: file.path, text: decodeReadme(file.bytes).text }));
    const facts = readFacts({ name: repositoryName, paths, pathsTruncated, manifests: texts });
    const features = featuresOfReadme(readOutline(decodeReadme(content).text), facts, path, teaching);
    return features === null ? [] : [{ readme, type: projectType, features }];
  });
}

/** The written ones (`models/project-types/*.yml`). */
export function readTypedWritten(teaching: Teaching): TypedReadme[] {
  return readWritten('project-types', WrittenReadme).flatMap(({ type, tools, readme }) => {
    const facts: RepositoryFacts = {
      name: 'written',
      paths: [PATH],
      pathsTruncated: false,
      tools: tools.map(name => ({ name, manifest: 'requirements.txt', line: 1 })),
      projects: [],
    };
    const features = featuresOfReadme(readOutline(readme), facts, PATH, teaching);
    return features === null ? [] : [{ type, features }];
  });
}

function featuresOfReadme(
  outline: Outline,
  facts: RepositoryFacts,
  readmePath: string,
  teaching: Teaching,
): LinearFeatures | null {
  if (!speaks(outline.language, teaching)) return null;
  const { reading } = teaching;
  const blocks = readBlocks(outline, reading);
  return typeFeatures({ ...readTypeSigns({ blocks, reading, outline, facts, readmePath }), blocks, outline });
}
