import type { Instruction, Repository } from '../jobs.ts';
import { snapshotOf } from '../review/delta.ts';
import { publishLook } from './publishing/publish-look.ts';
import { lookAt } from './reviewing/look.ts';
import type { Tools } from './tools.ts';

type Introduce = Extract<Instruction, { kind: 'introduce' }>;

/** What became of it, or when to come back. */
type Introduced =
  | { readonly kind: 'done'; readonly result: string }
  | { readonly kind: 'later'; readonly at: Date };

/**
 * A repository that was just added: its default branch gets a check run and nothing else, when no person waits for a
 * write. The next push is compared with it.
 */
export async function introduce(tools: Tools, instruction: Introduce): Promise<Introduced> {
  const { github } = tools;
  const repository = await github.readRepository(instruction);
  if (repository === null) return { kind: 'done', result: 'out of reach' };
  const ref = { kind: 'branch', branch: repository.defaultBranch } as const;
  const head = await github.readHead(repository, ref);
  if (head === null) return { kind: 'done', result: 'no commit yet' };
  const at = await tools.inTurn(repository, head, () => review(tools, repository, head));
  return at === null ? { kind: 'done', result: 'done' } : { kind: 'later', at };
}

async function review(tools: Tools, repository: Repository, headSha: string): Promise<Date | null> {
  const look = await lookAt(tools, repository, headSha, { onDefaultBranch: true, asked: false });
  if (look === null || look.review.kind !== 'reviewed') return null;
  const at = await publishLook(tools, repository, look, 'if-changed', { urgency: 'background' });
  if (at !== null) return at;
  const ref = { kind: 'branch', branch: repository.defaultBranch } as const;
  await tools.store.noteReviewed({ repository, ref }, snapshotOf(headSha, look.review.reports));
  return null;
}
