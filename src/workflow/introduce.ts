import type { Instruction } from '../jobs.ts';
import type { Tools } from './tools.ts';

type Introduce = Extract<Instruction, { kind: 'introduce' }>;

/**
 * A repository that was just added: its default branch is asked for as a push would ask for it. Check runs only, as for
 * any branch. Answers what became of it.
 */
export async function introduce(tools: Tools, id: string, instruction: Introduce): Promise<string> {
  const { github, store, clock } = tools;
  const repository = await github.readRepository(instruction);
  if (repository === null) return 'out of reach';
  const ref = { kind: 'branch', branch: repository.defaultBranch } as const;
  const head = await github.readHead(repository, ref);
  if (head === null) return 'no commit yet';
  const observedAt = Math.floor(+clock.now() / 1000);
  await store.accept({
    id: `introduce/${id}`,
    event: 'introduce',
    action: null,
    hints: [{ target: { repository, ref }, head, observedAt }],
    instructions: [],
  });
  return 'done';
}
