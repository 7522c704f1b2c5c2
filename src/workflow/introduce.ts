import type { Instruction, Repository } from '../jobs.ts';
import { snapshotOf } from '../review/delta.ts';
import { checkRunOptions } from './check-run-options.ts';
import { lookAt } from './look.ts';
import { publish } from './publishing/publish.ts';
import type { Tools } from './tools.ts';

type Introduce = Extract<Instruction, { kind: 'introduce' }>;

/** What became of it, or when to come back. */
type Introduced = { readonly result: string } | { readonly later: Date };

/**
 * A repository that was just added: its default branch gets a check run and nothing else, when no person waits for a
 * write. The next push is compared with it.
 */
export async function introduce(tools: Tools, instruction: Introduce): Promise<Introduced> {
  const { github } = tools;
  const repository = await github.readRepository(instruction);
  if (repository === null) return { result: 'out of reach' };
  const ref = { kind: 'branch', branch: repository.defaultBranch } as const;
  const head = await github.readHead(repository, ref);
  if (head === null) return { result: 'no commit yet' };
  const later = await tools.inTurn(repository, head, () => review(tools, repository, head));
  return later === null ? { result: 'done' } : { later };
}

async function review(tools: Tools, repository: Repository, headSha: string): Promise<Date | null> {
  const look = await lookAt(tools, repository, headSha, { onDefaultBranch: true, asked: false });
  if (look === null || look.review.kind !== 'reviewed') return null;
  const { review } = look;
  const wanted = {
    headSha,
    review,
    since: null,
    options: checkRunOptions(look),
    urgency: 'background',
  } as const;
  const later = await publish(tools, repository, wanted, 'if-changed');
  if (later !== null) return later;
  const ref = { kind: 'branch', branch: repository.defaultBranch } as const;
  await tools.store.noteReviewed({ repository, ref }, snapshotOf(headSha, review.reports));
  return null;
}
