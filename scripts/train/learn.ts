/** From a corpus folder and what was written for the model to the artefact that ships. */
import { join } from 'node:path';
import type { EncodedModel } from '../../src/review/model/decode-model.ts';
import type { Rubric } from '../../src/rubric/rubric.ts';
import { readLabels } from '../corpus/labels.ts';
import { encodeModel } from './encode.ts';
import type { Folds } from './folds.ts';
import { type ReadmeExample, readExamples } from './read-examples.ts';
import { type PassageWithLevels, readPassages } from './read-passages.ts';
import { readTypedExamples, readTypedWritten, type TypedExample, type TypedReadme } from './read-typed.ts';
import { prepareTeaching, type Teaching } from './teaching.ts';
import { trainCriteria, trainCriteriaWithoutFolds } from './train-criteria.ts';
import { trainTypes } from './train-types.ts';

/** All that there is to learn from, read once. */
export interface Lessons {
  /** Names of the label files. */
  readonly files: readonly string[];
  readonly teaching: Teaching;
  readonly readmes: readonly ReadmeExample[];
  readonly passages: readonly PassageWithLevels[];
  readonly typed: readonly TypedExample[];
  readonly typedWritten: readonly TypedReadme[];
}

/** `files` are names in the corpus' folder of labels, without their ending. */
export function readLessons(corpus: string, files: readonly string[], rubric: Rubric): Lessons {
  const labels = files.flatMap(name => readLabels(join(corpus, `labels/${name}.jsonl`)));
  const teaching = prepareTeaching(rubric);
  return {
    files,
    teaching,
    readmes: readExamples(corpus, labels, teaching),
    passages: readPassages(teaching),
    typed: readTypedExamples(corpus, labels, teaching),
    typedWritten: readTypedWritten(teaching),
  };
}

/** The model that all lessons teach. */
export function learn(lessons: Lessons): EncodedModel {
  const { teaching, readmes, passages, typed, typedWritten } = lessons;
  const criteria = trainCriteria(readmes, passages);
  return encodeModel(criteria, trainTypes(typed, typedWritten), teaching.classes, sourceOf(lessons));
}

/** For each fold the model that its READMEs did not teach; `folds.of` is by path. */
export function learnWithoutFolds(
  lessons: Lessons,
  folds: { readonly of: ReadonlyMap<string, number>; readonly count: number },
): EncodedModel[] {
  const { teaching, readmes, passages, typed, typedWritten } = lessons;
  const taught: Folds = { of: readmes.map(({ readme }) => folds.of.get(readme) ?? 0), count: folds.count };
  return trainCriteriaWithoutFolds(readmes, passages, taught).map((criteria, fold) => {
    const types = trainTypes(
      typed.filter(({ readme }) => folds.of.get(readme) !== fold),
      typedWritten,
    );
    return encodeModel(criteria, types, teaching.classes, sourceOf(lessons));
  });
}

function sourceOf({ files, readmes }: Lessons): EncodedModel['trainedOn'] {
  const repositories = new Set(readmes.map(({ repo }) => repo)).size;
  return { labels: files, readmes: readmes.length, repositories };
}
