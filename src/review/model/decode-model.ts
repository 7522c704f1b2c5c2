import { PhraseMatcher } from '../words/phrase-matcher.ts';
import type { Calibration } from './calibration.ts';
import { BUCKETS } from './hash.ts';
import { weightTable } from './linear.ts';
import type { Model, Weights } from './model.ts';

/** Weights in the artefact. Hashed weights are signed bytes in base64, in steps of `step`. */
export interface EncodedWeights {
  readonly bias: number;
  /** In the order of the names beside them. */
  readonly named: readonly number[];
  readonly step: number;
  readonly hashed: string;
}

type Lists = Readonly<Record<string, readonly string[]>>;

/** The artefact in `models/`, as JSON. */
export interface EncodedModel {
  readonly version: string;
  /** READMEs in other languages are judged by signals alone. */
  readonly language: string;
  readonly trainedOn: {
    /** Names of the corpus' label files. */
    readonly labels: readonly string[];
    readonly readmes: number;
    readonly repositories: number;
  };
  readonly classes: { readonly words: Lists; readonly headings: Lists };
  readonly names: readonly string[];
  readonly criteria: Readonly<
    Record<
      string,
      {
        readonly thin: EncodedWeights;
        readonly present: EncodedWeights;
        readonly calibration: { readonly thin: Calibration; readonly present: Calibration };
      }
    >
  >;
  readonly types: {
    readonly names: readonly string[];
    readonly weights: Readonly<Record<string, EncodedWeights>>;
  };
}

/** An artefact and what identifies it. Plain data, so that it can be handed to a thread. */
export interface TrainedModel {
  /** SHA-256 of the file, hex. */
  readonly digest: string;
  readonly encoded: EncodedModel;
}

const decoded = new WeakMap<TrainedModel, Model>();

/** What stands in a report for the model in force, whether or not it was asked; `none` where there is none. */
export function modelStamp(trained: TrainedModel | undefined): { version: string; digest: string } {
  if (trained === undefined) return { version: 'none', digest: '' };
  return { version: trained.encoded.version, digest: trained.digest };
}

/** The model, where there is one and it speaks the README's language. */
export function modelFor(trained: TrainedModel | undefined, language: string): Model | null {
  return trained?.encoded.language === language ? modelFrom(trained) : null;
}

/** The artefact made ready to score with; remembered, because decoding it takes longer than a review. */
function modelFrom(trained: TrainedModel): Model {
  const known = decoded.get(trained);
  if (known !== undefined) return known;
  const model = decode(trained);
  decoded.set(trained, model);
  return model;
}

function decode({ encoded }: TrainedModel): Model {
  const criteria = new Map(
    Object.entries(encoded.criteria).map(([id, { thin, present, calibration }]) => [
      id,
      {
        thin: decodeWeights(thin, encoded.names),
        present: decodeWeights(present, encoded.names),
        calibration,
      },
    ]),
  );
  const types = Object.entries(encoded.types.weights);
  return {
    classes: {
      words: new PhraseMatcher(encoded.classes.words),
      headings: new PhraseMatcher(encoded.classes.headings),
    },
    criteria,
    criteriaTable: weightTable([...criteria.values()].flatMap(({ thin, present }) => [thin, present])),
    types: {
      ids: types.map(([id]) => id),
      table: weightTable(types.map(([, weights]) => decodeWeights(weights, encoded.types.names))),
    },
  };
}

function decodeWeights({ bias, named, step, hashed }: EncodedWeights, names: readonly string[]): Weights {
  const bytes = atob(hashed);
  if (bytes.length !== BUCKETS)
    throw new Error(`The model has ${bytes.length} buckets instead of ${BUCKETS}.`);
  const weights = new Float32Array(BUCKETS);
  for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
    weights[bucket] = ((bytes.charCodeAt(bucket) << 24) >> 24) * step;
  }
  return { bias, named: new Map(names.map((name, index) => [name, named[index] ?? 0])), hashed: weights };
}
