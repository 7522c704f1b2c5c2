import { beforeEach, describe, expect, it } from '@jest/globals';
import type { DeliveryAttempt, GitHubApp } from '../../src/ports.ts';

/** An app, and what befalls the webhooks that GitHub sends to it. */
export interface GitHubAppWorld {
  readonly app: GitHubApp;
  /** GitHub sends one event; answers its `X-GitHub-Delivery`. */
  send(outcome: 'arrives' | 'fails'): Promise<string>;
  /** From now on nothing that is asked for again arrives, or everything does. */
  setReachable(reachable: boolean): void;
}

export async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

export function githubAppContract(open: () => Promise<GitHubAppWorld>): void {
  let world: GitHubAppWorld;
  beforeEach(async () => {
    world = await open();
  });
  const attempts = async (guids: readonly string[]) => {
    const listed = await all(world.app.listDeliveries());
    return listed.filter(({ guid }) => guids.includes(guid));
  };

  describe('the app', () => {
    it('is described with its permissions and events', async () => {
      expect(await world.app.readApp()).toEqual({
        id: expect.any(Number),
        slug: expect.any(String),
        permissions: expect.objectContaining({ checks: 'write' }),
        events: expect.arrayContaining(['push']),
      });
    });
  });

  describe('deliveries', () => {
    it('are listed newest first, with what became of them', async () => {
      const first = await world.send('arrives');
      const second = await world.send('fails');
      const attempt = { event: 'push', action: null, attemptedAt: expect.any(Date), id: expect.any(Number) };
      expect(await attempts([first, second])).toEqual([
        { ...attempt, guid: second, arrived: false, status: expect.not.stringMatching('OK') },
        { ...attempt, guid: first, arrived: true, status: 'OK' },
      ]);
    });

    it('can be asked for again, which is one more attempt of the same', async () => {
      const guid = await world.send('fails');
      const [failed] = await attempts([guid]);
      world.setReachable(true);
      await world.app.redeliver(idOf(failed));
      const outcomes = (await attempts([guid])).map(({ arrived }) => arrived);
      expect(outcomes).toEqual([true, false]);
    });

    it('may fail again', async () => {
      const guid = await world.send('fails');
      const [failed] = await attempts([guid]);
      world.setReachable(false);
      await world.app.redeliver(idOf(failed));
      expect((await attempts([guid])).map(({ arrived }) => arrived)).toEqual([false, false]);
    });

    it('fail with GITHUB_GONE where GitHub keeps no such attempt', async () => {
      await expect(world.app.redeliver(1)).rejects.toMatchObject({ code: 'GITHUB_GONE' });
    });
  });
}

function idOf(attempt: DeliveryAttempt | undefined): number {
  if (attempt === undefined) throw new Error('The attempt is not listed.');
  return attempt.id;
}
