import type { ShowworkError } from '../../src/errors.ts';
import { type Instruction, type Job, type Repository, type TargetRef, targetKey } from '../../src/jobs.ts';
import type { GitHub, Worker } from '../../src/ports.ts';
import { openSqliteStore } from '../../src/store/open-sqlite-store.ts';
import type { OpenStore } from '../../src/store/open-store.ts';
import type { WorkerOptions } from '../../src/workflow/tools.ts';
import { createWorker } from '../../src/workflow/worker.ts';
import { type CollectingLogger, createCollectingLogger } from '../helpers/collecting-logger.ts';
import { createFakeGitHub, type FakeGitHub } from '../helpers/fake-github.ts';
import { createMovingClock, type MovingClock } from '../helpers/moving-clock.ts';
import { createStandInReviewer, type StandInReviewer } from '../helpers/stand-in-reviewer.ts';
import type { FileChanges } from '../simulator/git/files.ts';

export const MAIN: TargetRef = { kind: 'branch', branch: 'main' };

/** The workflow on the real store, with GitHub and the reviewer as values. Nothing runs by itself. */
export interface Workflow {
  readonly hub: FakeGitHub;
  readonly reviewer: StandInReviewer;
  readonly clock: MovingClock;
  readonly logger: CollectingLogger;
  readonly store: OpenStore;
  readonly worker: Worker;
  /** Stores what a delivery says and answers the job it leads to. */
  accept(ref: TargetRef, head: string): Promise<Job>;
  instruct(instruction: Instruction): Promise<Job>;
  /** Commits on a branch, stores the push, and runs its job. Answers the commit's id. */
  push(branch: string, changes: FileChanges): Promise<string>;
  /** What GitHub was asked while `work` ran. */
  asked(work: () => Promise<unknown>): Promise<readonly (keyof GitHub)[]>;
  /** A second process on the same store: nothing of the first one's memory. */
  anotherWorker(instead?: Partial<WorkerOptions>): Worker;
  close(): Promise<void>;
}

/** `change`: what is different about the repository `ada/churn`. */
export async function startWorkflow(change: Partial<Repository> = {}): Promise<Workflow> {
  const hub = createFakeGitHub(change);
  const reviewer = createStandInReviewer();
  const clock = createMovingClock();
  const logger = createCollectingLogger();
  const store = await openSqliteStore({ path: ':memory:', clock, logger });
  const { repository, github } = hub;
  // Known for the hour, so that tests count what each event costs by itself.
  await store.settings.saveOwner(repository.installationId, {
    current: null,
    lastGood: null,
    outOfReach: true,
    lookedAt: clock.now(),
  });
  let deliveries = 0;

  const tools = { ...store, github, reviewer, clock, logger, webUrl: 'https://github.example' };
  const anotherWorker = (instead: Partial<WorkerOptions> = {}) => createWorker({ ...tools, ...instead });
  const worker = anotherWorker();

  async function accept(ref: TargetRef, head: string): Promise<Job> {
    deliveries += 1;
    const target = { repository, ref };
    // Each a second after the one before, though the clock stands still.
    const observedAt = Math.floor(+clock.now() / 1000) + deliveries;
    await store.store.accept({
      id: `delivery-${deliveries}`,
      event: ref.kind === 'branch' ? 'push' : 'pull_request',
      action: null,
      hints: [{ target, head, observedAt }],
      instructions: [],
    });
    return { kind: 'review-target', targetKey: targetKey(target) };
  }

  async function instruct(instruction: Instruction): Promise<Job> {
    deliveries += 1;
    const id = `delivery-${deliveries}`;
    const event = instruction.kind === 'forget' ? 'installation' : 'check_run';
    await store.store.accept({ id, event, action: null, hints: [], instructions: [instruction] });
    return { kind: 'carry-out', instructionId: `${id}#0` };
  }

  return {
    hub,
    reviewer,
    clock,
    logger,
    store,
    worker,
    accept,
    instruct,
    async push(branch, changes) {
      const head = hub.commit(branch, changes);
      await worker.run(await accept({ kind: 'branch', branch }, head));
      return head;
    },
    async asked(work) {
      const before = hub.requests.length;
      await work();
      return hub.requests.slice(before);
    },
    anotherWorker,
    close: () => store.close(),
  };
}

/** What a run fails with. */
export async function failureOf(run: Promise<unknown>): Promise<ShowworkError> {
  return run.then(
    () => {
      throw new Error('the job was expected to fail');
    },
    (error: ShowworkError) => error,
  );
}
