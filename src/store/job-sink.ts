/** What the store asks of the queue inside its own transactions. Each size of the queue brings its own. */

import { type Hint, type Instruction, type Job, targetKey } from '../jobs.ts';
import type { Tx } from './tables.ts';

export interface NewJob {
  /** Asking again under the same key coalesces with what waits. */
  readonly key: string;
  /** Jobs of one lane run one at a time, in the order in which they were first asked for. */
  readonly lane: string;
  readonly job: Job;
  readonly installationId: number;
  readonly repositoryId: number | null;
}

export interface JobSink {
  enqueue(tx: Tx, job: NewJob): Promise<void>;
  /** Deletes the jobs of an installation, or of one of its repositories. A running one runs to its end unrecorded. */
  forget(tx: Tx, installationId: number, repositoryId: number | null): Promise<void>;
  /** Called after a commit that enqueued something. */
  wake(): void;
}

export function targetJob(hint: Hint, installationId: number): NewJob {
  const key = targetKey(hint.target);
  const repositoryId = hint.target.repository.repositoryId;
  return { key, lane: key, job: { kind: 'review-target', targetKey: key }, installationId, repositoryId };
}

export function instructionJob(instructionId: string, instruction: Instruction): NewJob {
  return {
    key: `instruction/${instructionId}`,
    lane: laneOf(instruction),
    job: { kind: 'carry-out', instructionId },
    ...subjectOf(instruction),
  };
}

/** Whom an instruction is about. `repositoryId` is null where it is about the installation. */
export function subjectOf(instruction: Instruction): { installationId: number; repositoryId: number | null } {
  if (instruction.kind === 'forget')
    return { installationId: instruction.installationId, repositoryId: null };
  const { installationId, repositoryId } = instruction.repository;
  return { installationId, repositoryId };
}

/** Instructions about the same thing are carried out in order. */
function laneOf(instruction: Instruction): string {
  if (instruction.kind === 'forget') return `installation/${instruction.installationId}`;
  const { repositoryId } = instruction.repository;
  return instruction.kind === 'comment'
    ? `${repositoryId}/thread/${instruction.issueNumber}`
    : `${repositoryId}/commit/${instruction.headSha}`;
}
