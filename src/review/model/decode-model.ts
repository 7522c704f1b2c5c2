import { PhraseMatcher } from '../words/phrase-matcher.ts';
import type { Calibration } from './calibration.ts';
import { BUCKETS } from './hash.ts';
import type { LevelWeights, Model } from './model.ts';

/** One level's weights in the artefact. Hashed weights are signed bytes in base64, in steps of `step`. */
export interface EncodedLevel {
  readonly bias: number;
  /** In the order of the artefact's `names`. */
  readonly named: readonly number[];
  readonly step: number;
  readonly hashed: string;
}

type Lists = Readonly<Record<string, readonly string[]>>;

/** The artefact in `models/`, as JSON. */
export interface EncodedModel {
  readonly version: string;
  readonly language: string;
  readonly trainedOn: { readonly readmes: number; readonly repositories: number };
  readonly classes: { readonly words: Lists; readonly headings: Lists };
  readonly names: readonly string[];
  readonly criteria: Readonly<
    Record<
      string,
      {
        readonly thin: EncodedLevel;
        readonly present: EncodedLevel;
        readonly calibration: { readonly thin: Calibration; readonly present: Calibration };
      }
    >
  >;
}

/** An artefact and what identifies it. Plain data, so that it can be handed to a thread. */
export interface TrainedModel {
  /** SHA-256 of the file, hex. */
  readonly digest: string;
  readonly encoded: EncodedModel;
}

const decoded = new WeakMap<TrainedModel, Model>();

/** The artefact made ready to score with; remembered, because decoding it takes longer than a review. */
export function modelFrom(trained: TrainedModel): Model {
  const known = decoded.get(trained);
  if (known !== undefined) return known;
  const model = decode(trained);
  decoded.set(trained, model);
  return model;
}

function decode({ digest, encoded }: TrainedModel): Model {
  const criteria = Object.entries(encoded.criteria).map(
    ([id, { thin, present, calibration }]) =>
      [
        id,
        {
          thin: decodeLevel(thin, encoded.names),
          present: decodeLevel(present, encoded.names),
          calibration,
        },
      ] as const,
  );
  return {
    version: encoded.version,
    digest,
    language: encoded.language,
    classes: {
      words: new PhraseMatcher(encoded.classes.words),
      headings: new PhraseMatcher(encoded.classes.headings),
    },
    criteria: new Map(criteria),
  };
}

function decodeLevel({ bias, named, step, hashed }: EncodedLevel, names: readonly string[]): LevelWeights {
  const bytes = atob(hashed);
  if (bytes.length !== BUCKETS)
    throw new Error(`The model has ${bytes.length} buckets instead of ${BUCKETS}.`);
  const weights = new Float32Array(BUCKETS);
  for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
    weights[bucket] = ((bytes.charCodeAt(bucket) << 24) >> 24) * step;
  }
  return { bias, named: new Map(names.map((name, index) => [name, named[index] ?? 0])), hashed: weights };
}
