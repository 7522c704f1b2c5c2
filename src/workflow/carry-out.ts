import type { Instruction } from '../jobs.ts';
import { carryOutComment } from './carry-out-comment.ts';
import { reviewAgain } from './review-again.ts';
import type { Tools } from './tools.ts';

type ReReview = Extract<Instruction, { kind: 're-review' }>;
type Forget = Extract<Instruction, { kind: 'forget' }>;

/** Does what was asked for once and records that. Answers null when done, else when to come back. */
export async function carryOut(tools: Tools, id: string, instruction: Instruction): Promise<Date | null> {
  switch (instruction.kind) {
    case 'comment':
      return carryOutComment(tools, id, instruction);
    case 're-review':
      return reReview(tools, id, instruction);
    case 'forget':
      return forget(tools, id, instruction);
  }
}

async function reReview(tools: Tools, id: string, { repository, headSha }: ReReview): Promise<Date | null> {
  const later = await reviewAgain(tools, repository, headSha);
  if (later === null) await tools.store.finishInstruction(id, 'done');
  return later;
}

async function forget(
  { store, blobs }: Tools,
  id: string,
  { installationId, repositoryIds }: Forget,
): Promise<null> {
  blobs.clear();
  await store.forget(installationId, repositoryIds);
  await store.finishInstruction(id, 'done');
  return null;
}
