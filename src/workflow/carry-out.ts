import type { Instruction } from '../jobs.ts';
import { carryOutComment } from './commands/carry-out-comment.ts';
import { updateDashboard } from './conversations/update-dashboard.ts';
import { introduce } from './introduce.ts';
import { reviewAgain } from './review-again.ts';
import type { Tools } from './tools.ts';

type ReReview = Extract<Instruction, { kind: 're-review' }>;
type Introduce = Extract<Instruction, { kind: 'introduce' }>;
type Ticked = Extract<Instruction, { kind: 'dashboard-ticked' }>;
type Forget = Extract<Instruction, { kind: 'forget' }>;

/** Does what was asked for once and records that. Answers null when done, else when to come back. */
export async function carryOut(tools: Tools, id: string, instruction: Instruction): Promise<Date | null> {
  switch (instruction.kind) {
    case 'comment':
      return carryOutComment(tools, id, instruction);
    case 're-review':
      return finish(tools, id, await reReview(tools, instruction));
    case 'dashboard-ticked':
      return finish(tools, id, await dashboardTicked(tools, instruction));
    case 'introduce':
      return finishIntroduction(tools, id, instruction);
    case 'forget':
      return finish(tools, id, await forget(tools, instruction));
  }
}

async function finish(tools: Tools, id: string, later: Date | null, result = 'done'): Promise<Date | null> {
  if (later === null) await tools.store.finishInstruction(id, result);
  return later;
}

async function finishIntroduction(tools: Tools, id: string, instruction: Introduce): Promise<Date | null> {
  const introduced = await introduce(tools, instruction);
  return introduced.kind === 'later' ? introduced.at : finish(tools, id, null, introduced.result);
}

async function reReview(tools: Tools, { repository, headSha }: ReReview): Promise<Date | null> {
  const asked = { headSha, onDefaultBranch: false, asked: false, manner: 'once-more' } as const;
  return (await reviewAgain(tools, repository, asked)).later;
}

/** The check run is concluded again only where it says something else: the box that is empty again is the answer. */
async function dashboardTicked(tools: Tools, { repository }: Ticked): Promise<Date | null> {
  const ref = { kind: 'branch', branch: repository.defaultBranch } as const;
  const headSha = await tools.github.readHead(repository, ref);
  if (headSha === null) return null;
  const asked = { headSha, onDefaultBranch: true, asked: true, manner: 'if-changed' } as const;
  const { look, later } = await reviewAgain(tools, repository, asked);
  if (later !== null || look === null) return later;
  return updateDashboard(tools, repository, look, 'once-more');
}

async function forget(
  { store, blobs, readings }: Tools,
  { installationId, repositoryIds }: Forget,
): Promise<null> {
  blobs.clear();
  readings.clear();
  await store.forget(installationId, repositoryIds);
  return null;
}
