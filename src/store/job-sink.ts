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
  /** True where nobody waits for it: it starts when nothing else can. */
  readonly background: boolean;
}

export interface JobSink {
  /** In this order, as if one after the other; not none. */
  enqueue(tx: Tx, jobs: readonly NewJob[]): Promise<void>;
  /** Lets the jobs of an installation go that wait for a named time, and those that are told one while they run. */
  release(tx: Tx, installationId: number): Promise<void>;
  /** The jobs of a repository are another installation's from now on. */
  move(tx: Tx, repositoryId: number, from: number, to: number): Promise<void>;
  /** Deletes the jobs of an installation, or of one of its repositories. A running one runs to its end unrecorded. */
  forget(tx: Tx, installationId: number, repositoryId: number | null): Promise<void>;
  /** Called after a commit that enqueued something. */
  wake(): void;
}

export function targetJob(hint: Hint, installationId: number): NewJob {
  return jobOfTarget(targetKey(hint.target), hint.target.repository.repositoryId, installationId);
}

export function jobOfTarget(key: string, repositoryId: number, installationId: number): NewJob {
  const job: Job = { kind: 'review-target', targetKey: key };
  return { key, lane: key, job, installationId, repositoryId, background: false };
}

export function instructionJob(instructionId: string, instruction: Instruction): NewJob {
  return {
    key: `instruction/${instructionId}`,
    lane: laneOf(instruction),
    job: { kind: 'carry-out', instructionId },
    background: instruction.kind === 'introduce',
    ...subjectOf(instruction),
  };
}

/** Whom an instruction is about. `repositoryId` is null where it is about the installation. */
export function subjectOf(instruction: Instruction): { installationId: number; repositoryId: number | null } {
  const { installationId } = 'repository' in instruction ? instruction.repository : instruction;
  return { installationId, repositoryId: repositoryIdOf(instruction) };
}

function repositoryIdOf(instruction: Instruction): number | null {
  if (instruction.kind === 'forget') return null;
  return instruction.kind === 'introduce' ? instruction.repositoryId : instruction.repository.repositoryId;
}

/** Instructions about the same thing are carried out in order. */
function laneOf(instruction: Instruction): string {
  switch (instruction.kind) {
    case 'forget':
      return `installation/${instruction.installationId}`;
    case 'introduce':
      return `${instruction.repositoryId}/introduction`;
    case 're-review':
      return `${instruction.repository.repositoryId}/commit/${instruction.headSha}`;
    case 'comment':
    case 'dashboard-ticked':
      return `${instruction.repository.repositoryId}/thread/${instruction.issueNumber}`;
  }
}
