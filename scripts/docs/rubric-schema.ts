import { Lexicon } from '../../src/rubric/lexicon.ts';
import { RubricFile } from '../../src/rubric/rubric.ts';
import { RubricLayer } from '../../src/rubric/rubric-layer.ts';
import { schemaOf } from './schema.ts';

/** The JSON Schema by which editors check and complete `rubrics/base.yml`. */
export function rubricSchema(): string {
  return schemaOf(RubricFile);
}

/** The same for a rubric on top of another, such as `rubrics/ml-pipeline.yml`. */
export function rubricLayerSchema(): string {
  return schemaOf(RubricLayer);
}

/** The same for `rubrics/lexicons/*.yml`. */
export function lexiconSchema(): string {
  return schemaOf(Lexicon);
}
