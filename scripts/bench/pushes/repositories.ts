import type { SimulatedRepository } from '../../../test/simulator/simulated-repository.ts';
import type { Simulator } from '../../../test/simulator/simulator.ts';

export interface Accounts {
  /** Each has an installation of its own, and with it write limits of its own. */
  readonly installations: number;
  readonly repositoriesEach: number;
}

/** Repositories with a default branch, so that neighbours in the list belong to different installations. */
export function addRepositories(
  simulator: Simulator,
  { installations, repositoriesEach }: Accounts,
): SimulatedRepository[] {
  return Array.from({ length: installations * repositoriesEach }, (_, index) =>
    simulator.addRepository({
      owner: `learner-${index % installations}`,
      name: `project-${Math.floor(index / installations)}`,
      files: { 'README.md': '# A project\n', 'requirements.txt': 'torch\n' },
    }),
  );
}
