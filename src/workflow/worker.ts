import { asShowworkError } from '../errors.ts';
import type { Instruction, Job } from '../jobs.ts';
import type { Worker } from '../ports.ts';
import { carryOut } from './carry-out.ts';
import { giveUp } from './give-up.ts';
import { pauseWhenLimited } from './pause-when-limited.ts';
import { commitTurns } from './publishing/commit-turns.ts';
import { blobCache } from './reading/blob-cache.ts';
import { reviewTarget } from './review-target.ts';
import { ownerLooks } from './settings/owner-looks.ts';
import { settingsReadings } from './settings/settings-readings.ts';
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
  const readings = settingsReadings(options.reviewer);
  const tools: Tools = { ...options, blobs, readings, ownerLooks: ownerLooks(), inTurn: commitTurns() };
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
  const installationId = asksGitHubFor(instruction);
  return { installationId, work: () => carryOut(tools, instructionId, instruction) };
}

/** The installation whose limits a job is held to; null where GitHub is not asked anything. */
function asksGitHubFor(instruction: Instruction): number | null {
  switch (instruction.kind) {
    case 'forget':
      return null;
    case 'introduce':
      return instruction.installationId;
    default:
      return instruction.repository.installationId;
  }
}
