/** Labelled READMEs of a corpus folder: `labels/dev.jsonl` and `labels/check.jsonl`, one object a line. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

export const CRITERIA = ['problem', 'approach', 'decisions', 'failures', 'outcome', 'learned'] as const;
export type CriterionId = (typeof CRITERIA)[number];

/** The criteria that count in every macro figure; `learned` is measured beside them. */
export const COUNTED_CRITERIA = CRITERIA.filter(id => id !== 'learned');

/** 0 missing, 1 thin, 2 present. */
export const Level = z.union([z.literal(0), z.literal(1), z.literal(2)]);
export type Level = z.infer<typeof Level>;

const LabelledLines = z.tuple([z.int().positive(), z.int().positive()]);
const CriterionLabel = z.object({ level: Level, lines: z.array(LabelledLines) });

export const Label = z.object({
  /** Relative to the corpus folder. */
  readme: z.string().min(1),
  /** `owner/name`: the unit by which data is split. */
  repo: z.string().min(1),
  projectType: z.string().min(1),
  language: z.string().min(2),
  toyDataset: z.boolean(),
  template: z.boolean(),
  criteria: z.record(z.enum(CRITERIA), CriterionLabel),
});
export type Label = z.infer<typeof Label>;

/** Reads a label file. Throws with file and line where a line is not a label. */
export function readLabels(file: string): Label[] {
  const labels: Label[] = [];
  for (const [index, line] of readFileSync(file, 'utf8').split('\n').entries()) {
    if (line.trim() === '') continue;
    const parsed = Label.safeParse(JSON.parse(line));
    if (!parsed.success) throw new Error(`${file}:${index + 1}: ${z.prettifyError(parsed.error)}`);
    labels.push(parsed.data);
  }
  return labels;
}
