/** The sweeps over a real store in a file, and GitHub as values. */
import type { Repository } from '../../src/jobs.ts';
import type { SweepTools } from '../../src/sweeps/sweep.ts';
import { delivery } from '../contracts/examples.ts';
import { type CollectingLogger, createCollectingLogger } from '../helpers/collecting-logger.ts';
import { createFakeGitHub, type FakeGitHub } from '../helpers/fake-github.ts';
import { createFakeGitHubApp, type FakeGitHubApp } from '../helpers/fake-github-app.ts';
import { createStoreFiles, type OpenAt } from '../store/store-files.ts';

export interface SweepWorld {
  readonly tools: SweepTools;
  readonly store: OpenAt;
  readonly world: FakeGitHub;
  readonly fakeApp: FakeGitHubApp;
  readonly logger: CollectingLogger;
  readonly repository: Repository;
  advance(milliseconds: number): void;
  /** GitHub tells of the head of `main`. */
  tellOfPush(head: string): Promise<void>;
  cleanUp(): Promise<void>;
}

/** A signal that never comes. */
export const GO_ON = new AbortController().signal;

export async function openSweeps(): Promise<SweepWorld> {
  const files = createStoreFiles();
  const store = await files.openAt(files.newPath());
  const { time } = store;
  const world = createFakeGitHub();
  const fakeApp = createFakeGitHubApp(() => time.now());
  const logger = createCollectingLogger();
  const { repository } = world;
  return {
    tools: { ...store, app: fakeApp.app, github: world.github, clock: time, logger },
    store,
    world,
    fakeApp,
    logger,
    repository,
    advance: time.advance,
    async tellOfPush(head) {
      const target = { repository, ref: { kind: 'branch', branch: 'main' } } as const;
      const observedAt = Math.floor(+time.now() / 1000);
      await store.store.accept(delivery({ hints: [{ target, head, observedAt }] }));
    },
    cleanUp: files.cleanUp,
  };
}
