import type { Hint, Instruction, Repository, TargetRef } from '../../src/jobs.ts';
import type { Delivery } from '../../src/ports.ts';
import type { Snapshot } from '../../src/review/delta.ts';

export const REPOSITORY: Repository = {
  installationId: 71_000_001,
  repositoryId: 82_000_001,
  owner: 'ada',
  name: 'birdsong',
  defaultBranch: 'main',
  private: false,
};

export const MAIN: TargetRef = { kind: 'branch', branch: 'main' };

/** How a commit stood, with every field. */
export const SNAPSHOT: Snapshot = {
  headSha: '0000000000000000000000000000000000000001',
  readmes: [
    {
      path: 'README.md',
      sha: '00000000000000000000000000000000000000b1',
      judge: 'engine 1',
      criteria: [
        { id: 'problem', title: 'The problem', counted: true, verdict: 'present', accepted: false },
        { id: 'failures', title: 'What did not work', counted: true, verdict: 'missing', accepted: true },
      ],
    },
    {
      path: 'demo/README.md',
      sha: '00000000000000000000000000000000000000b2',
      judge: 'engine 1',
      criteria: [],
    },
  ],
};

/** A commit id that is easy to tell from others. */
export function sha(seed: number): string {
  return seed.toString(16).padStart(40, '0');
}

export function repository(changes: Partial<Repository> = {}): Repository {
  return { ...REPOSITORY, ...changes };
}

export function hint(changes: Partial<Hint> & { repository?: Repository; ref?: TargetRef } = {}): Hint {
  const { repository: of = REPOSITORY, ref = MAIN, ...rest } = changes;
  return { target: { repository: of, ref }, head: sha(1), observedAt: 1_000, ...rest };
}

let deliveries = 0;

/** A delivery with an id of its own unless one is given. */
export function delivery(changes: Partial<Delivery> = {}): Delivery {
  deliveries += 1;
  return {
    id: `delivery-${deliveries}`,
    event: 'push',
    action: null,
    hints: [],
    instructions: [],
    ...changes,
  };
}

export function comment(commentId: number, of = REPOSITORY): Instruction {
  return {
    kind: 'comment',
    repository: of,
    issueNumber: 5,
    isPullRequest: true,
    commentId,
    author: 'grace',
    threadAuthor: 'ada',
    text: '/review',
  };
}

export function reReview(headSha: string, of = REPOSITORY): Instruction {
  return { kind: 're-review', repository: of, headSha };
}

export function introduce(of = REPOSITORY): Instruction {
  const { installationId, repositoryId, owner, name } = of;
  return { kind: 'introduce', installationId, repositoryId, owner, name, private: of.private };
}

export function forget(...of: readonly Repository[]): Instruction {
  const { installationId } = of[0] ?? REPOSITORY;
  return { kind: 'forget', installationId, repositoryIds: of.map(one => one.repositoryId) };
}

export function uninstall(installationId = REPOSITORY.installationId): Instruction {
  return { kind: 'forget', installationId, repositoryIds: null };
}

/** Repositories of one installation that were added to it. */
export function added(...of: readonly Repository[]): NonNullable<Delivery['added']> {
  const { installationId } = of[0] ?? REPOSITORY;
  return { installationId, repositoryIds: of.map(one => one.repositoryId) };
}
