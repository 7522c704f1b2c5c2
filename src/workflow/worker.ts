import { asShowworkError } from '../errors.ts';
import type { Job } from '../jobs.ts';
import type { Worker } from '../ports.ts';
import { blobCache } from './blob-cache.ts';
import { carryOut } from './carry-out.ts';
import { commitTurns } from './commit-turns.ts';
import { giveUp } from './give-up.ts';
import { pauseWhenLimited } from './pause-when-limited.ts';
import { reviewTarget } from './review-target.ts';
import type { Tools, WorkerOptions } from './tools.ts';

/** What a job is about, read when it starts. */
interface Assignment {
  /** Null where GitHub is not asked anything. */
  readonly installationId: number | null;
  readonly work: () => Promise<Date | null>;
}

/** The worker that queues hand jobs to: each kind of job is one function. */
export function createWorker(options: WorkerOptions): Worker {
  const blobs = blobCache(options.github.readBlob);
  const tools: Tools = { ...options, blobs, inTurn: commitTurns() };
  return {
    run: job => run(tools, job),
    giveUp: (job, error, referenceId) => giveUp(tools, job, error, referenceId),
  };
}

async function run(tools: Tools, job: Job): Promise<Date | null> {
  try {
    const assignment = await readAssignment(tools, job);
    if (assignment === null) return null;
    const { installationId, work } = assignment;
    return await (installationId === null ? work() : pauseWhenLimited(tools, installationId, work));
  } catch (thrown) {
    throw asShowworkError(thrown);
  }
}

/** Null where nothing is open: finished before, or forgotten with its repository. */
async function readAssignment(tools: Tools, job: Job): Promise<Assignment | null> {
  if (job.kind === 'review-target') {
    const target = await tools.store.readTarget(job.targetKey);
    if (target === null || target.done >= target.requested) return null;
    const { installationId } = target.repository;
    return { installationId, work: () => reviewTarget(tools, target) };
  }
  const { instructionId } = job;
  const instruction = await tools.store.readInstruction(instructionId);
  if (instruction === null) return null;
  const installationId = instruction.kind === 'forget' ? null : instruction.repository.installationId;
  return { installationId, work: () => carryOut(tools, instructionId, instruction) };
}
