import type { TrainedModel } from '../review/model/decode-model.ts';
import type { Rubrics } from '../rubric/rubrics.ts';

/** What READMEs are judged by. Plain data, so that it can be handed to a thread. */
export interface Yardstick {
  readonly rubrics: Rubrics;
  readonly engineVersion: string;
  readonly model?: TrainedModel;
}
