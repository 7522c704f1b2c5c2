import { randomUUID } from 'node:crypto';
import type { Delivery } from '../../../src/ports.ts';

/** A push to the default branch of the repository of that id, as the intake hands it to the store. */
export function pushTo(repositoryId: number, installationId: number): Delivery {
  const repository = {
    installationId,
    repositoryId,
    owner: `owner-${installationId}`,
    name: `project-${repositoryId}`,
    defaultBranch: 'main',
    private: false,
  };
  const observedAt = Math.floor(Date.now() / 1000);
  const head = randomUUID().replaceAll('-', '').padEnd(40, '0');
  return {
    id: randomUUID(),
    event: 'push',
    action: null,
    hints: [{ target: { repository, ref: { kind: 'branch', branch: 'main' } }, head, observedAt }],
    instructions: [],
  };
}
