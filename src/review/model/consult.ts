import { modelFor, type TrainedModel } from './decode-model.ts';
import { type Opinion, type Scored, score } from './score.ts';

/** By the criterion's id; criteria that the model does not know, such as a mentor's own, have none. */
export type Opinions = ReadonlyMap<string, Opinion>;

/** Asks the model, where there is one and it speaks the README's language. */
export function consult(trained: TrainedModel | undefined, language: string, readme: Scored): Opinions {
  const model = modelFor(trained, language);
  return model === null ? new Map() : score(readme, model);
}
