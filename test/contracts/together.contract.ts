/** Deliveries that arrive together are written together; what comes of them is what would come of one after the other. */
import { beforeEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Repository, targetKey } from '../../src/jobs.ts';
import type { Delivery } from '../../src/ports.ts';
import { added, delivery, forget, hint, repository, sha } from './examples.ts';
import type { OpenPorts, StorePorts } from './store-ports.ts';

const BRANCHES = ['main', 'draft'] as const;
const RUNS = 8;
/** Some hundred transactions, each of which waits for the disk: on a busy machine that takes long. */
const LIMIT_MS = 120_000;
/** What one run writes is kept apart from the others by its ids. */
const IDS_A_RUN = 1_000;

/** Somebody says something about one of two repositories, as one of two installations knows it. */
const Word = fc.record({
  // Mostly hints, because those are what is folded.
  kind: fc.constantFrom('hint', 'hint', 'hint', 'hint', 'sighting', 'removed', 'added', 'again'),
  repository: fc.integer({ min: 1, max: 2 }),
  installation: fc.integer({ min: 1, max: 2 }),
  branch: fc.constantFrom(...BRANCHES),
  head: fc.integer({ min: 1, max: 3 }),
  /** Seconds from now. */
  at: fc.integer({ min: -1, max: 1 }),
});
type Word = typeof Word extends fc.Arbitrary<infer Value> ? Value : never;

export function togetherContract(open: OpenPorts): void {
  let ports: StorePorts;
  let runs = 0;
  beforeEach(async () => {
    ports = await open();
  });

  const repositoryOf = (run: number, { repository: id, installation }: Word): Repository =>
    repository({
      repositoryId: run * IDS_A_RUN + id,
      installationId: run * IDS_A_RUN + installation,
      name: `known-by-${installation}`,
    });

  function toDelivery(run: number, word: Word, id: string): Delivery {
    const of = repositoryOf(run, word);
    const observedAt = Math.floor(ports.now().getTime() / 1000) + word.at;
    const ref = { kind: 'branch', branch: word.branch } as const;
    switch (word.kind) {
      case 'removed':
        return delivery({ id, instructions: [forget(of)] });
      case 'added':
        return delivery({ id, added: added(of) });
      case 'sighting':
        return delivery({ id, sightings: [{ repository: of, observedAt }] });
      default:
        return delivery({ id, hints: [hint({ repository: of, ref, head: sha(word.head), observedAt })] });
    }
  }

  /** What was answered, and what is known of every target in the end; without the ids of the run. */
  async function outcome(words: readonly Word[], way: 'together' | 'one by one'): Promise<unknown> {
    runs += 1;
    const run = runs;
    const deliveries: Delivery[] = [];
    for (const [index, word] of words.entries()) {
      const before = word.kind === 'again' ? deliveries.at(-1) : undefined;
      deliveries.push(before ?? toDelivery(run, word, `${run}-${index}`));
    }
    const answers: unknown[] = [];
    if (way === 'together') answers.push(...(await Promise.all(deliveries.map(ports.store.accept))));
    else for (const one of deliveries) answers.push(await ports.store.accept(one));
    return { answers, targets: await readTargets(run) };
  }

  async function readTargets(run: number): Promise<unknown[]> {
    const targets: unknown[] = [];
    for (const id of [1, 2]) {
      for (const branch of BRANCHES) {
        const of = repository({ repositoryId: run * IDS_A_RUN + id });
        const key = targetKey({ repository: of, ref: { kind: 'branch', branch } });
        const target = await ports.store.readTarget(key);
        const { installationId = null, name = null } = target?.repository ?? {};
        targets.push(
          target && {
            ...target,
            key: branch,
            repository: { name, installation: Number(installationId) % IDS_A_RUN },
          },
        );
      }
    }
    return targets;
  }

  test(
    'come to the same as one after the other',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(Word, { minLength: 2, maxLength: 12 }), async words => {
          expect(await outcome(words, 'together')).toEqual(await outcome(words, 'one by one'));
        }),
        { numRuns: RUNS },
      );
    },
    LIMIT_MS,
  );
}
