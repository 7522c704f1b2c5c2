/** One row of each kind that is pruned by its age, and how to see whether it is still there. */
import { ShowworkError } from '../../src/errors.ts';
import { targetKey } from '../../src/jobs.ts';
import type { Cutoffs, KnownSettings } from '../../src/ports.ts';
import { exampleReport } from '../helpers/example-reports.ts';
import { comment, delivery, forget, hint, REPOSITORY, repository, sha } from './examples.ts';
import { createScriptedWorker } from './scripted-worker.ts';
import type { StorePorts } from './store-ports.ts';

export const DAY_MS = 24 * 3_600_000;
const { repositoryId, installationId } = REPOSITORY;
const PULL = { kind: 'pull-request', number: 5 } as const;
const PULL_KEY = targetKey({ repository: REPOSITORY, ref: PULL });
const COMMENT_ID = `${repositoryId}/comment/33`;

/** Something that is stored, and how to see whether it still is. */
interface Kept {
  readonly kind: keyof Cutoffs;
  write(ports: StorePorts): Promise<unknown>;
  isThere(ports: StorePorts): Promise<boolean>;
}

const push = delivery({ id: 'the-push', hints: [hint({ repository: repository({ repositoryId: 9 }) })] });
const lateEvent = () => delivery({ hints: [hint()] });
export const settings = (ports: StorePorts): KnownSettings => ({
  current: { fileName: 'showwork.yml', sha: sha(3), text: 'enabled: true' },
  lastGood: null,
  outOfReach: false,
  lookedAt: ports.now(),
});

export const KEPT: Readonly<Record<string, Kept>> = {
  'the id of a delivery': {
    kind: 'deliveries',
    write: ports => ports.store.accept(push),
    isThere: async ports => (await ports.store.accept(push)) === 'duplicate',
  },
  'an instruction that was carried out': {
    kind: 'finishedInstructions',
    async write(ports) {
      await ports.store.accept(delivery({ id: 'asked', instructions: [comment(33)] }));
      await ports.store.finishInstruction(COMMENT_ID, 'done');
    },
    // Known, it is not stored again: reading finds an open one only.
    async isThere(ports) {
      await ports.store.accept(delivery({ instructions: [comment(33)] }));
      return (await ports.store.readInstruction(COMMENT_ID)) === null;
    },
  },
  'an instruction that was never carried out': {
    kind: 'unfinishedInstructions',
    write: ports => ports.store.accept(delivery({ instructions: [comment(33)] })),
    isThere: async ports => (await ports.store.readInstruction(COMMENT_ID)) !== null,
  },
  'a dead letter': {
    kind: 'deadLetters',
    async write(ports) {
      const worker = createScriptedWorker(() => {
        throw new ShowworkError('GITHUB_FORBIDDEN', 'HTTP 403');
      });
      await ports.store.accept(delivery({ hints: [hint()] }));
      ports.queue.work(worker);
      await ports.queue.idle();
    },
    isThere: async ports => (await ports.stats.read()).deadLetters.length > 0,
  },
  'a pull request in which nothing happened': {
    kind: 'targets',
    write: ports => ports.store.accept(delivery({ hints: [hint({ ref: PULL })] })),
    isThere: async ports => (await ports.store.readTarget(PULL_KEY)) !== null,
  },
  'a pull request that was last seen at GitHub': {
    kind: 'targets',
    async write(ports) {
      await ports.store.accept(delivery({ hints: [hint({ ref: PULL })] }));
      ports.advance(100 * DAY_MS);
      await ports.heads.looked(repositoryId, [PULL_KEY], ports.now());
    },
    isThere: async ports => (await ports.store.readTarget(PULL_KEY)) !== null,
  },
  'what was said about a pull request that is gone': {
    kind: 'targets',
    async write(ports) {
      await ports.store.accept(delivery({ hints: [hint({ head: sha(1) })] }));
      const word = { kind: 'accept', criterion: 'failures', reason: 'none' } as const;
      await ports.words.say(repositoryId, { word, pullRequest: 5, by: 'ada', commentId: 1 });
    },
    isThere: ports => ports.words.withdraw(repositoryId, 'failures', 5),
  },
  'where a comment stands on a pull request that is gone': {
    kind: 'targets',
    write: ports => ports.posts.intend(REPOSITORY, 'thread/5', 'marker'),
    isThere: async ports => (await ports.posts.find(repositoryId, 'thread/5')) !== null,
  },
  'the check run of a commit that is no head': {
    kind: 'publications',
    async write(ports) {
      await ports.store.accept(delivery({ hints: [hint({ head: sha(2) })] }));
      await ports.publications.intend(REPOSITORY, sha(1), null);
    },
    isThere: async ports => (await ports.publications.find(repositoryId, sha(1))) !== null,
  },
  'a report': {
    kind: 'reports',
    async write(ports) {
      await ports.store.accept(delivery({ hints: [hint()] }));
      await ports.reports.save(repositoryId, 'inputs', [exampleReport()]);
    },
    isThere: async ports => (await ports.reports.find(repositoryId, 'inputs')) !== null,
  },
  'the settings of a repository in which nothing happens': {
    kind: 'settings',
    write: ports => ports.settings.save(REPOSITORY, settings(ports)),
    isThere: async ports => (await ports.settings.find(repositoryId)) !== null,
  },
  'the settings of an owner': {
    kind: 'settings',
    write: ports => ports.settings.saveOwner(installationId, settings(ports)),
    isThere: async ports => (await ports.settings.findOwner(installationId)) !== null,
  },
  'a tombstone': {
    kind: 'tombstones',
    async write(ports) {
      await ports.store.accept(delivery({ instructions: [forget(REPOSITORY)] }));
      await ports.store.forget(installationId, [repositoryId]);
    },
    async isThere(ports) {
      await ports.store.accept(lateEvent());
      return (await ports.store.readTarget(targetKey(hint().target))) === null;
    },
  },
  'a delivery that GitHub could not bring': {
    kind: 'failedDeliveries',
    write: ports => ports.failedDeliveries.noteFailed([{ guid: 'a', attemptId: 1, failedAt: ports.now() }]),
    isThere: async ports => (await ports.failedDeliveries.due(1)).length > 0,
  },
};
