import { type Hint, type Instruction, type Repository, targetKey } from '../jobs.ts';
import { type Snapshot, snapshotOf } from '../review/delta.ts';
import { publishLook } from './publishing/publish-look.ts';
import { lookAt } from './reviewing/look.ts';
import type { Tools } from './tools.ts';

type Introduce = Extract<Instruction, { kind: 'introduce' }>;

/** What became of it, or when to come back. */
type Introduced = { readonly kind: 'done'; readonly result: string } | Later;
type Later = { readonly kind: 'later'; readonly at: Date };

/**
 * A repository that was just added: its default branch gets a check run, when no person waits for a write, and nothing
 * else. The branch is known from then on, as after a push.
 */
export async function introduce(tools: Tools, id: string, instruction: Introduce): Promise<Introduced> {
  const { github, clock } = tools;
  // A removal since then counts for more than what is known from before.
  const seenAt = clock.now();
  const repository = await github.readRepository(instruction);
  if (repository === null) return { kind: 'done', result: 'out of reach' };
  const ref = { kind: 'branch', branch: repository.defaultBranch } as const;
  const head = await github.readHead(repository, ref);
  if (head === null) return { kind: 'done', result: 'no commit yet' };
  const reviewed = await tools.inTurn(repository, head, () => review(tools, repository, head));
  if (reviewed.kind === 'later') return reviewed;

  const target = { repository, ref };
  const observedAt = Math.floor(+seenAt / 1000);
  await know(tools, `introduce/${id}`, { target, head, observedAt }, reviewed.snapshot);
  return { kind: 'done', result: 'done' };
}

async function review(
  tools: Tools,
  repository: Repository,
  headSha: string,
): Promise<{ readonly kind: 'reviewed'; readonly snapshot?: Snapshot } | Later> {
  const look = await lookAt(tools, repository, headSha, { onDefaultBranch: true, asked: false });
  if (look === null || look.review.kind !== 'reviewed') return { kind: 'reviewed' };
  const at = await publishLook(tools, repository, look, 'if-changed', { urgency: 'background' });
  if (at !== null) return { kind: 'later', at };
  return { kind: 'reviewed', snapshot: snapshotOf(headSha, look.review.reports) };
}

/** Makes the branch a target whose first generation is worked off; one that a push made known has its own job. */
async function know({ store }: Tools, id: string, hint: Hint, reviewed: Snapshot | undefined): Promise<void> {
  const key = targetKey(hint.target);
  if ((await store.readTarget(key)) !== null) return;
  await store.accept({ id, event: 'introduce', action: null, hints: [hint], instructions: [] });
  await store.finishTarget(key, FIRST_GENERATION, reviewed);
}

/** What a target begins with; a push that came in between asks for the next one. */
const FIRST_GENERATION = 1;
