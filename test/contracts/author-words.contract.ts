import { beforeEach, describe, expect, test } from '@jest/globals';
import type { SaidWord } from '../../src/ports.ts';
import { delivery, hint, REPOSITORY, repository, sha } from './examples.ts';
import type { OpenPorts, StorePorts } from './store-ports.ts';

const HEAD = sha(12);
const PULL = 12;

function accept(criterion: string, changes: Partial<SaidWord> = {}): SaidWord {
  return {
    word: { kind: 'accept', criterion, reason: 'a first project' },
    pullRequest: null,
    by: 'grace',
    commentId: 33,
    ...changes,
  };
}

function as(projectType: string, changes: Partial<SaidWord> = {}): SaidWord {
  return { ...accept('', changes), word: { kind: 'as', projectType } };
}

export function authorWordsContract(open: OpenPorts): void {
  const { repositoryId } = REPOSITORY;
  const other = repository({ repositoryId: repositoryId + 1 });
  let ports: StorePorts;
  beforeEach(async () => {
    ports = await open();
    const pull = (number: number, head: string, of = REPOSITORY) =>
      hint({ repository: of, ref: { kind: 'pull-request', number }, head });
    await ports.store.accept(
      delivery({ hints: [hint(), pull(PULL, HEAD), pull(13, sha(13)), pull(PULL, HEAD, other)] }),
    );
  });
  const sayAll = async (...words: SaidWord[]) => {
    for (const word of words) await ports.words.say(repositoryId, word);
  };
  const wordsFor = (headSha: string) => ports.words.listFor(repositoryId, headSha);

  describe('a word', () => {
    test('of the repository holds for every commit, also in the next process', async () => {
      await sayAll(accept('failures'), as('ml-pipeline'));
      const expected = [as('ml-pipeline'), accept('failures')];
      expect(await wordsFor(HEAD)).toEqual(expected);
      expect(await wordsFor(sha(999))).toEqual(expected);
      const after = await ports.reopen();
      expect(await after.words.listFor(repositoryId, HEAD)).toEqual(expected);
    });

    test('of a pull request holds for its newest known head only', async () => {
      await sayAll(accept('failures', { pullRequest: PULL }));
      expect(await wordsFor(HEAD)).toEqual([accept('failures', { pullRequest: PULL })]);
      expect(await wordsFor(sha(13))).toEqual([]);
      const pushed = hint({ ref: { kind: 'pull-request', number: PULL }, head: sha(14), observedAt: 2_000 });
      await ports.store.accept(delivery({ hints: [pushed] }));
      expect(await wordsFor(HEAD)).toEqual([]);
      expect(await wordsFor(sha(14))).toHaveLength(1);
    });

    test('of a pull request does not hold for a branch with the same head', async () => {
      await sayAll(accept('failures', { pullRequest: PULL }));
      expect(await wordsFor(sha(1))).toEqual([]);
    });

    test('of a pull request does not hold for the head of the default branch, which is everyone’s', async () => {
      await sayAll(accept('failures', { pullRequest: PULL }), accept('outcome'));
      await ports.store.accept(delivery({ hints: [hint({ head: HEAD, observedAt: 2_000 })] }));
      expect(await wordsFor(HEAD)).toEqual([accept('outcome')]);
      await ports.store.accept(delivery({ hints: [hint({ head: sha(15), observedAt: 3_000 })] }));
      expect(await wordsFor(HEAD)).toEqual([accept('failures', { pullRequest: PULL }), accept('outcome')]);
    });

    test('is of its repository only', async () => {
      await sayAll(accept('failures'), accept('outcome', { pullRequest: PULL }));
      expect(await ports.words.listFor(other.repositoryId, HEAD)).toEqual([]);
    });

    test('takes the place of the earlier one of the same criterion and scope, and of no other', async () => {
      const later = accept('failures', { by: 'ada', commentId: 34 });
      await sayAll(accept('failures'), accept('failures', { pullRequest: PULL }), accept('outcome'), later);
      expect(await wordsFor(HEAD)).toEqual([
        accept('failures', { pullRequest: PULL }),
        later,
        accept('outcome'),
      ]);
    });

    test('about the type takes the place of the earlier one about the type', async () => {
      await sayAll(as('ml-pipeline'), as('llm-application', { commentId: 34 }));
      expect(await wordsFor(HEAD)).toEqual([as('llm-application', { commentId: 34 })]);
    });
  });

  test('the narrower come first, then by criterion, whatever the order in which they were said', async () => {
    const inOrder = [
      as('ml-pipeline', { pullRequest: PULL }),
      accept('outcome', { pullRequest: PULL }),
      as('other'),
      accept('decisions'),
      accept('failures'),
    ];
    await sayAll(...[...inOrder].reverse());
    expect(await wordsFor(HEAD)).toEqual(inOrder);
  });

  describe('withdraw', () => {
    test('takes back what was said of that criterion in that scope, once', async () => {
      await sayAll(accept('failures'), accept('failures', { pullRequest: PULL }), accept('outcome'));
      expect(await ports.words.withdraw(repositoryId, 'failures', PULL)).toBe(true);
      expect(await wordsFor(HEAD)).toEqual([accept('failures'), accept('outcome')]);
      expect(await ports.words.withdraw(repositoryId, 'failures', PULL)).toBe(false);
      expect(await ports.words.withdraw(repositoryId, 'failures', null)).toBe(true);
      expect(await wordsFor(HEAD)).toEqual([accept('outcome')]);
    });

    test('takes back the type without a criterion', async () => {
      await sayAll(as('other'), accept('outcome'));
      expect(await ports.words.withdraw(repositoryId, null, null)).toBe(true);
      expect(await wordsFor(HEAD)).toEqual([accept('outcome')]);
      expect(await ports.words.withdraw(other.repositoryId, 'outcome', null)).toBe(false);
    });
  });

  test('nothing is kept for a repository that was forgotten or never heard of', async () => {
    await sayAll(accept('failures'));
    await ports.store.forget(REPOSITORY.installationId, [repositoryId]);
    await sayAll(accept('failures'));
    await ports.words.say(999, accept('failures'));
    expect(await wordsFor(HEAD)).toEqual([]);
    expect(await ports.words.listFor(999, HEAD)).toEqual([]);
  });
}
