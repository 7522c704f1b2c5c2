import type { Instruction } from '../jobs.ts';
import { publish } from './publish.ts';
import { reviewCommit } from './review-commit.ts';
import type { Tools } from './tools.ts';

type ReReview = Extract<Instruction, { kind: 're-review' }>;
type Forget = Extract<Instruction, { kind: 'forget' }>;

/** Does what was asked for once and records that. Answers null when done, else when to come back. */
export async function carryOut(tools: Tools, id: string, instruction: Instruction): Promise<Date | null> {
  const later =
    instruction.kind === 'forget' ? await forget(tools, instruction) : await reReview(tools, instruction);
  if (later === null) await tools.store.finishInstruction(id, 'done');
  return later;
}

/** A commit somebody asked about gets an answer, also without a README. */
async function reReview(tools: Tools, { repository, headSha }: ReReview): Promise<Date | null> {
  return tools.inTurn(repository, headSha, async () => {
    const review = await reviewCommit(tools, repository, headSha);
    return publish(tools, repository, headSha, review, 'once-more');
  });
}

async function forget({ store, blobs }: Tools, { installationId, repositoryIds }: Forget): Promise<null> {
  blobs.clear();
  await store.forget(installationId, repositoryIds);
  return null;
}
