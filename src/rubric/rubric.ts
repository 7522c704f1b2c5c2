import { z } from 'zod';
import type { Lexicon } from './lexicon.ts';
import { POINT_NAMES, SIGNAL_NAMES } from './names.ts';
import { Phrases } from './phrase.ts';

/** Objects are keyed by ids, so that none may be called like what every object has (`constructor`). */
export const Id = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,40}$/, { error: 'lower-case words joined by hyphens' })
  .refine(id => !(id in Object.prototype), { error: 'another word' });
export const Version = z.string().regex(/^\d+\.\d+\.\d+$/, { error: 'a version such as `1.0.0`' });
const Sentence = z.string().trim().min(1).max(600);
const Language = z.string().regex(/^[a-z]{2,3}$/, { error: 'an ISO 639-1 code such as `en`' });

/** What one signal is worth: in the section of the criterion (`inSection`) and elsewhere (`anywhere`). */
export const Point = z.number().min(-5).max(5);
const Points = z.union(
  [
    Point.transform(points => ({ anywhere: points, inSection: points })),
    z.strictObject({ anywhere: Point, inSection: Point }),
  ],
  { error: 'points from -5 to 5, or `anywhere` and `inSection` with points each' },
);

/**
 * Questions in order of preference. The first is asked whose slots (`{tool}`) the repository's own words can fill and
 * whose `when` is among the signals of the evidence.
 */
const Question = z.union(
  [
    Sentence.transform(ask => ({ ask, when: null })),
    z.strictObject({ when: z.enum(SIGNAL_NAMES), ask: Sentence }),
  ],
  { error: 'a question, or `when` with a signal and `ask` with a question' },
);
export type Question = z.infer<typeof Question>;
export const Questions = z.array(Question).min(1).max(20);

/** Words of praise in order of preference, chosen as questions are. */
const Praises = z
  .array(
    z.union(
      [
        Sentence.transform(say => ({ ask: say, when: null })),
        z
          .strictObject({ when: z.enum(SIGNAL_NAMES), say: Sentence })
          .transform(({ when, say }) => ({ when, ask: say })),
      ],
      { error: 'a sentence, or `when` with a signal and `say` with a sentence' },
    ),
  )
  .min(1)
  .max(20);

/** A remark with its question. */
const Remark = z.strictObject({ text: Sentence, question: Sentence });
export type Remark = z.infer<typeof Remark>;

export const Criterion = z.strictObject({
  id: Id,
  title: z.string().min(1).max(40),
  /** False where the criterion is reported and counts in no title. */
  counted: z.boolean(),
  /** How much a level gained here is worth beside the other criteria. */
  weight: z.number().min(0).max(10),
  question: Sentence,
  whyItMatters: Sentence,
  /** Names a section on this may have, per language. */
  headings: z.record(Language, Phrases),
  /** What a passage on this talks about, per language. A block with one of these counts as one of its section. */
  words: z.record(Language, Phrases).default({}),
  /** Points per block; 1 makes a criterion thin, 2 present. `uses-its-words` is for a block with one of `words`. */
  signals: z.partialRecord(z.enum(POINT_NAMES), Points),
  /** Without one of these signals the criterion is thin at most, however many points it has. */
  presentNeeds: z.array(z.enum(SIGNAL_NAMES)).min(1),
  /** How much each further block adds to the best one: 0 = nothing, 1 = all. */
  carry: z.number().min(0).max(1),
  /** Places that often speak of it without its name: there a block has this share of the points of its section. */
  near: z.record(Id, z.number().min(0).max(1)),
  /** Points are multiplied by this in a zone, in the section of another criterion (by id), or in the `lead` text. */
  elsewhere: z.record(Id, z.number().min(0).max(1)),
  /** What was searched for, in words, shown where it was not found. */
  lookedFor: z.array(z.string().min(1).max(160)).min(1).max(6),
  wording: z.strictObject({ missing: Sentence, thin: Sentence, praise: Praises.optional() }),
  /** Where the data is one that everyone has seen, the criterion is thin at most, and this is said of it. */
  onToyDataset: Remark.optional(),
  questions: z.strictObject({ missing: Questions, thin: Questions }),
  /** The next step a learner reads, one imperative sentence for each verdict. */
  nextStep: z.strictObject({ missing: Sentence, thin: Sentence }),
  /** Where a missing section belongs: after the section of the first of these criteria that has one. */
  placeAfter: z.array(Id).max(10),
  /** Criteria without which it is hard to follow: its next step gains half while one of them is missing. */
  standsOn: z.array(Id).max(10).default([]),
  examples: z.strictObject({ weak: z.string().min(1).max(1200), strong: z.string().min(1).max(1200) }),
});
export type Criterion = z.infer<typeof Criterion>;

/** A project type: what in manifests and prose speaks for it. */
export const ProjectType = z.strictObject({
  id: Id,
  title: z.string().min(1).max(60),
  /** How much a mention counts beside those of the other types: some trades have more words than others. */
  weight: z.number().positive().max(10),
  tools: z.array(z.string().min(1).max(60)).max(200),
  words: Phrases,
});
export type ProjectType = z.infer<typeof ProjectType>;

/** Tools that do the same job: where a repository has two of them, why is worth asking. */
const ToolGroup = z.strictObject({
  title: z.string().min(1).max(40),
  tools: z.array(z.string().min(1).max(60)).min(2).max(60),
});

export const RubricFile = z.strictObject({
  id: Id,
  version: Version,
  criteria: z.array(Criterion).min(1).max(40),
  projectTypes: z.array(ProjectType).max(20),
  toolGroups: z.array(ToolGroup).max(40),
  /** Data that everyone has seen, by name. */
  toyDatasets: Phrases,
  /** What is said of a README that is none of the types. */
  otherType: Remark,
  /** What is said of an index of projects: that it links none, or that entries miss their problem or outcome. */
  portfolio: z.strictObject({ noLinks: Remark, problem: Remark, outcome: Remark }),
});
export type RubricFile = z.infer<typeof RubricFile>;

/** A rubric ready to judge with: its file and those below it, the lexicons it is read with, a digest over all. */
export interface Rubric extends RubricFile {
  /** SHA-256 over the canonical content, hex. */
  readonly digest: string;
  readonly lexicons: readonly Lexicon[];
  /** Ids of the criteria that a file on top of the base brought along. */
  readonly added: readonly string[];
}
