/** Labelled READMEs as the model sees them: the passages of each, with features and labels. */
import { isMarkdownPath } from '../../src/facts/readme-names.ts';
import { decodeReadme } from '../../src/readme/decode-readme.ts';
import { readOutline } from '../../src/readme/read-outline.ts';
import type { Features } from '../../src/review/model/features.ts';
import type { Passage } from '../../src/review/model/passages.ts';
import type { CriterionScore } from '../../src/review/score-criterion.ts';
import { CRITERIA, type CriterionId, type Label, type Level } from '../corpus/labels.ts';
import { readRequest } from '../corpus/read-request.ts';
import { readForModel, speaks, type Teaching } from './teaching.ts';

export interface ReadmeExample {
  readonly readme: string;
  readonly repo: string;
  readonly levels: ReadonlyMap<CriterionId, Level>;
  readonly passages: readonly PassageExample[];
  /** What the signals make of each criterion. */
  readonly scores: ReadonlyMap<string, CriterionScore>;
}

export interface PassageExample {
  readonly features: Features;
  /** Criteria of which this passage holds labelled lines. */
  readonly shows: ReadonlySet<CriterionId>;
}

/** The READMEs in the model's language; others teach it nothing. */
export function readExamples(corpus: string, labels: readonly Label[], teaching: Teaching): ReadmeExample[] {
  const examples: ReadmeExample[] = [];
  for (const label of labels) {
    const { path, content } = readRequest(corpus, label.readme).readme;
    if (typeof content === 'string' || !isMarkdownPath(path)) continue;
    const outline = readOutline(decodeReadme(content).text);
    if (!speaks(outline.language, teaching)) continue;
    const { passages, scores } = readForModel(outline, teaching);
    examples.push({
      readme: label.readme,
      repo: label.repo,
      levels: new Map(CRITERIA.map(id => [id, label.criteria[id].level])),
      passages: passages.map(({ passage, features }) => ({ features, shows: shownBy(passage, label) })),
      scores,
    });
  }
  return examples;
}

function shownBy({ blocks }: Passage, label: Label): ReadonlySet<CriterionId> {
  const shown = CRITERIA.filter(id =>
    label.criteria[id].lines.some(([start, end]) =>
      blocks.some(({ range }) => range.startLine <= end && range.endLine >= start),
    ),
  );
  return new Set(shown);
}
