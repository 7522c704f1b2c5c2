/** The shape of a stored `Snapshot`. What newer versions add is kept; what is missing or of another kind is refused. */
import { z } from 'zod';
import type { Snapshot } from '../review/delta.ts';
import { readJson } from './stored-json.ts';

const StoodCriterion = z.looseObject({
  id: z.string(),
  title: z.string(),
  counted: z.boolean(),
  verdict: z.enum(['missing', 'thin', 'present', 'not-assessed']),
  accepted: z.boolean(),
});

const StoredSnapshot: z.ZodType<Snapshot> = z.looseObject({
  headSha: z.string(),
  readmes: z.array(
    z.looseObject({
      path: z.string(),
      sha: z.string(),
      judge: z.string(),
      criteria: z.array(StoodCriterion),
    }),
  ),
});

/** Null also where it cannot be read back: there is then nothing to compare with. */
export function readSnapshot(text: string | null): Snapshot | null {
  return text === null ? null : readJson(StoredSnapshot, text);
}

export function writeSnapshot(snapshot: Snapshot | null): string | null {
  return snapshot === null ? null : JSON.stringify(snapshot);
}
