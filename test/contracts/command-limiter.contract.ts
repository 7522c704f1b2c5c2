import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Allowance } from '../../src/ports.ts';
import {
  COMMANDS_PER_DAY,
  COMMANDS_PER_THREAD,
  COOLDOWN_MS,
  DAY_MS,
} from '../../src/store/command-limits.ts';
import { REPOSITORY, repository } from './examples.ts';
import type { OpenPorts, StorePorts } from './store-ports.ts';

const ALLOWED: Allowance = { kind: 'allowed' };

export function commandLimiterContract(open: OpenPorts): void {
  let ports: StorePorts;
  let comments = 0;
  beforeEach(async () => {
    ports = await open();
  });
  /** A comment with a command; of its own unless one is named. */
  const comment = (
    changes: { repository?: typeof REPOSITORY; issueNumber?: number; commentId?: number } = {},
  ) => {
    comments += 1;
    return { repository: REPOSITORY, issueNumber: 5, commentId: 1_000 + comments, ...changes };
  };
  const take = (changes?: Parameters<typeof comment>[0]) => ports.commands.take(comment(changes));
  const fillThread = async (issueNumber = 5) => {
    for (let count = 0; count < COMMANDS_PER_THREAD; count += 1) {
      expect(await take({ issueNumber })).toEqual(ALLOWED);
    }
  };
  /** In as many threads as it takes. */
  const fillDay = async () => {
    for (let count = 0; count < COMMANDS_PER_DAY; count += 1) {
      expect(await take({ issueNumber: 100 + count })).toEqual(ALLOWED);
    }
  };
  const inTime = (milliseconds: number) => new Date(ports.now().getTime() + milliseconds);

  describe('a thread', () => {
    test(`may give ${COMMANDS_PER_THREAD} commands in any five minutes, and says until when`, async () => {
      const until = inTime(COOLDOWN_MS);
      await fillThread();
      ports.advance(COOLDOWN_MS - 1);
      expect(await take()).toEqual({ kind: 'refused', why: 'cooldown', until, tell: true });
      ports.advance(1);
      expect(await take()).toEqual(ALLOWED);
    });

    test('gets back one place for each command that is long enough ago', async () => {
      await take();
      ports.advance(60_000);
      for (let count = 1; count < COMMANDS_PER_THREAD; count += 1) await take();
      ports.advance(COOLDOWN_MS - 60_000);
      expect(await take()).toEqual(ALLOWED);
      expect(await take()).toMatchObject({ kind: 'refused', until: inTime(60_000) });
    });

    test('does not hold up another one, nor another repository', async () => {
      await fillThread();
      expect(await take({ issueNumber: 6 })).toEqual(ALLOWED);
      expect(await take({ repository: repository({ repositoryId: 82_000_009 }) })).toEqual(ALLOWED);
    });

    test('is told once of a refusal; refused commands do not count', async () => {
      await fillThread();
      const answers = [await take(), await take(), await take()];
      expect(answers).toMatchObject([{ tell: true }, { tell: false }, { tell: false }]);
      ports.advance(COOLDOWN_MS);
      await fillThread();
      expect(await take()).toMatchObject({ kind: 'refused', tell: true });
    });

    test('counts those who ask at the same moment, too', async () => {
      const answers = await Promise.all(Array.from({ length: COMMANDS_PER_THREAD + 2 }, () => take()));
      expect(answers.filter(answer => answer.kind === 'allowed')).toHaveLength(COMMANDS_PER_THREAD);
      expect(answers.filter(answer => answer.kind === 'refused' && answer.tell)).toHaveLength(1);
    });
  });

  describe('a repository', () => {
    test(`may give ${COMMANDS_PER_DAY} commands in any 24 hours, over all threads`, async () => {
      const until = inTime(DAY_MS);
      await fillDay();
      ports.advance(DAY_MS - 1);
      expect(await take()).toEqual({ kind: 'refused', why: 'daily-limit', until, tell: true });
      ports.advance(1);
      expect(await take()).toEqual(ALLOWED);
    });

    test('tells each thread once a day', async () => {
      await fillDay();
      expect(await take({ issueNumber: 5 })).toMatchObject({ why: 'daily-limit', tell: true });
      ports.advance(COOLDOWN_MS);
      expect(await take({ issueNumber: 5 })).toMatchObject({ tell: false });
      expect(await take({ issueNumber: 6 })).toMatchObject({ tell: true });
    });

    test('names the limit that ends later where both are reached', async () => {
      for (let count = COMMANDS_PER_THREAD; count < COMMANDS_PER_DAY; count += 1) {
        await take({ issueNumber: 200 + count });
      }
      ports.advance(DAY_MS - COOLDOWN_MS / 2);
      await fillThread();
      expect(await take()).toMatchObject({ why: 'cooldown', until: inTime(COOLDOWN_MS) });
      expect(await take({ issueNumber: 6 })).toMatchObject({
        why: 'daily-limit',
        until: inTime(COOLDOWN_MS / 2),
      });
    });

    test('does not hold up another one', async () => {
      await fillDay();
      expect(await take({ repository: repository({ repositoryId: 82_000_009 }) })).toEqual(ALLOWED);
    });
  });

  describe('the same comment', () => {
    test('gets the same answer again and counts once', async () => {
      const first = comment();
      expect(await ports.commands.take(first)).toEqual(ALLOWED);
      expect(await ports.commands.take(first)).toEqual(ALLOWED);
      for (let count = 1; count < COMMANDS_PER_THREAD; count += 1) await take();
      const refused = comment();
      const answer = await ports.commands.take(refused);
      expect(answer).toMatchObject({ kind: 'refused', tell: true });
      ports.advance(COOLDOWN_MS);
      const later = await ports.reopen();
      expect(await later.commands.take(refused)).toEqual(answer);
      expect(await later.commands.take(first)).toEqual(ALLOWED);
    });

    test('is of its repository', async () => {
      await fillThread();
      const here = comment();
      expect(await ports.commands.take(here)).toMatchObject({ kind: 'refused' });
      const there = { ...here, repository: repository({ repositoryId: 82_000_009 }) };
      expect(await ports.commands.take(there)).toEqual(ALLOWED);
    });
  });

  describe('declining', () => {
    const decline = (author: string, changes?: Parameters<typeof comment>[0]) =>
      ports.commands.mayDecline({ ...comment(changes), author });

    test('is one line to a person in a thread within 24 hours', async () => {
      expect(await decline('mallory')).toBe(true);
      ports.advance(DAY_MS - 1);
      expect(await decline('mallory')).toBe(false);
      ports.advance(1);
      expect(await decline('mallory')).toBe(true);
    });

    test('is of one person, one thread and one repository', async () => {
      await decline('mallory');
      expect(await decline('trudy')).toBe(true);
      expect(await decline('mallory', { issueNumber: 6 })).toBe(true);
      expect(await decline('mallory', { repository: repository({ repositoryId: 82_000_009 }) })).toBe(true);
    });

    test('answers the same comment the same again', async () => {
      await decline('mallory', { commentId: 7 });
      await decline('mallory', { commentId: 8 });
      const later = await ports.reopen();
      expect(await later.commands.mayDecline({ ...comment({ commentId: 7 }), author: 'mallory' })).toBe(true);
      expect(await later.commands.mayDecline({ ...comment({ commentId: 8 }), author: 'mallory' })).toBe(
        false,
      );
    });

    test('uses up no command, and a command no line', async () => {
      const both = comment();
      expect(await ports.commands.take(both)).toEqual(ALLOWED);
      expect(await ports.commands.mayDecline({ ...both, author: 'mallory' })).toBe(true);
      for (let count = 1; count < COMMANDS_PER_THREAD; count += 1) expect(await take()).toEqual(ALLOWED);
    });
  });

  test('of a removed repository nothing is counted, and nobody is declined with words', async () => {
    await fillThread();
    await ports.store.forget(REPOSITORY.installationId, [REPOSITORY.repositoryId]);
    for (let count = 0; count <= COMMANDS_PER_THREAD; count += 1) expect(await take()).toEqual(ALLOWED);
    expect(await ports.commands.mayDecline({ ...comment(), author: 'mallory' })).toBe(false);
  });
}
