/** Whom writes are about: whoever writes about the same waits for it. */
import type { Instruction, RepositoryName } from '../jobs.ts';
import type { Delivery } from '../ports.ts';
import type { Held } from './hold.ts';
import { subjectOf } from './job-sink.ts';

export function subjectsOf(delivery: Delivery): Held[] {
  const { added, suspension, sightings = [], hints, instructions } = delivery;
  return [
    ...sightings.flatMap(({ repository }) => both(repository)),
    ...hints.flatMap(({ target }) => both(target.repository)),
    ...instructions.flatMap(ofInstruction),
    ...(added === undefined ? [] : subjects(added.installationId, added.repositoryIds)),
    ...(suspension === undefined ? [] : subjects(suspension.installationId, [])),
  ];
}

function ofInstruction(instruction: Instruction): Held[] {
  if (instruction.kind === 'forget')
    return subjects(instruction.installationId, instruction.repositoryIds ?? []);
  const { installationId, repositoryId } = subjectOf(instruction);
  return subjects(installationId, repositoryId === null ? [] : [repositoryId]);
}

/** A repository, and the installation that it is told of with: a transferred one is told of with two. */
export function both({
  installationId,
  repositoryId,
}: Pick<RepositoryName, 'installationId' | 'repositoryId'>): Held[] {
  return subjects(installationId, [repositoryId]);
}

/** An installation and some of its repositories. */
export function subjects(installationId: number, repositoryIds: readonly number[]): Held[] {
  return [
    `installation/${installationId}`,
    ...repositoryIds.map((repositoryId): Held => `repository/${repositoryId}`),
  ];
}
