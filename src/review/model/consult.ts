import type { Report } from '../report.ts';
import { modelFor, type TrainedModel } from './decode-model.ts';
import { type Opinion, type Scored, score } from './score.ts';

/** What stands in a report that signals alone judged. */
export const NO_MODEL: Report['model'] = { version: 'none', digest: '' };

/** What the model had to say, and which one it was. */
export interface Consultation {
  readonly model: Report['model'];
  /** By the criterion's id; criteria that the model does not know, such as a mentor's own, have none. */
  readonly opinions: ReadonlyMap<string, Opinion>;
}

/** Asks the model, where there is one and it speaks the README's language. */
export function consult(trained: TrainedModel | undefined, language: string, readme: Scored): Consultation {
  const model = modelFor(trained, language);
  if (model === null) return { model: NO_MODEL, opinions: new Map() };
  return { model: { version: model.version, digest: model.digest }, opinions: score(readme, model) };
}
