/** Labelled READMEs as the model sees them: the passages of each, with features and labels. */
import { isMarkdownPath } from '../../src/facts/choose-files.ts';
import { decodeReadme } from '../../src/readme/decode-readme.ts';
import { readOutline } from '../../src/readme/read-outline.ts';
import { type Features, featuresOf } from '../../src/review/model/features.ts';
import { type Passage, passagesOf } from '../../src/review/model/passages.ts';
import { observe } from '../../src/review/observe.ts';
import { readingFor } from '../../src/review/reading.ts';
import type { Rubric } from '../../src/rubric/rubric.ts';
import { CRITERIA, type CriterionId, type Label, type Level } from '../corpus/labels.ts';
import { readRequest } from '../corpus/read-request.ts';
import { type Classes, matchersOf } from './classes.ts';

export interface ReadmeExample {
  readonly readme: string;
  readonly repo: string;
  readonly levels: ReadonlyMap<CriterionId, Level>;
  readonly passages: readonly PassageExample[];
}

export interface PassageExample {
  readonly features: Features;
  /** Criteria of which this passage holds labelled lines. */
  readonly shows: ReadonlySet<CriterionId>;
}

interface Source {
  readonly corpus: string;
  readonly labels: readonly Label[];
  readonly rubric: Rubric;
  readonly classes: Classes;
}

/** The READMEs in the model's language; others teach it nothing. */
export function readExamples({ corpus, labels, rubric, classes }: Source): ReadmeExample[] {
  const examples: ReadmeExample[] = [];
  const matchers = matchersOf(classes);
  for (const label of labels) {
    const { path, content } = readRequest(corpus, label.readme).readme;
    if (typeof content === 'string' || !isMarkdownPath(path)) continue;
    const outline = readOutline(decodeReadme(content).text);
    const reading = readingFor(rubric, outline.language.code);
    if (reading?.language !== classes.language) continue;
    const passages = passagesOf(observe(outline, reading).blocks);
    const features = featuresOf(passages, outline, matchers);
    examples.push({
      readme: label.readme,
      repo: label.repo,
      levels: new Map(CRITERIA.map(id => [id, label.criteria[id].level])),
      passages: passages.flatMap((passage, index) => {
        const own = features[index];
        return own === undefined ? [] : [{ features: own, shows: shownBy(passage, label) }];
      }),
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
