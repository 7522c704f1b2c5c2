import type { Instruction, Repository } from '../jobs.ts';
import { checkRunOptions } from './publishing/check-run-options.ts';
import { publish } from './publishing/publish.ts';
import { lookAt } from './reviewing/look.ts';
import type { Tools } from './tools.ts';

type Introduce = Extract<Instruction, { kind: 'introduce' }>;

/** What became of it, or when to come back. */
type Introduced = { readonly result: string } | { readonly later: Date };

/**
 * A repository that was just added: its default branch gets a check run, when no person waits for a write. Then the branch
 * is asked for as a push would ask for it, so that it is known from now on; that finds everything done.
 */
export async function introduce(tools: Tools, id: string, instruction: Introduce): Promise<Introduced> {
  const { github, store, clock } = tools;
  const repository = await github.readRepository(instruction);
  if (repository === null) return { result: 'out of reach' };
  const ref = { kind: 'branch', branch: repository.defaultBranch } as const;
  const head = await github.readHead(repository, ref);
  if (head === null) return { result: 'no commit yet' };
  const later = await tools.inTurn(repository, head, () => review(tools, repository, head));
  if (later !== null) return { later };

  const hint = { target: { repository, ref }, head, observedAt: Math.floor(+clock.now() / 1000) };
  const delivery = { id: `introduce/${id}`, event: 'introduce', action: null };
  await store.accept({ ...delivery, hints: [hint], instructions: [] });
  return { result: 'done' };
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
  return publish(tools, repository, wanted, 'if-changed');
}
