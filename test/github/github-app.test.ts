import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createGitHubApp } from '../../src/github/create-github-app.ts';
import type { GitHubApp } from '../../src/ports.ts';
import { all, githubAppContract } from '../contracts/github-app.contract.ts';
import { createCollectingLogger } from '../helpers/collecting-logger.ts';
import type { SimulatedRepository } from '../simulator/simulated-repository.ts';
import { type Simulator, startSimulator } from '../simulator/simulator.ts';
import { type Receiver, startReceiver } from '../simulator/testing/receiver.ts';

let simulator: Simulator;
let receiver: Receiver;
let repository: SimulatedRepository;
let app: GitHubApp;

beforeAll(async () => {
  simulator = await startSimulator();
  receiver = await startReceiver();
  repository = simulator.addRepository({ owner: 'ada', name: 'churn' });
  app = createApp();
});
afterAll(async () => {
  await receiver.close();
  await simulator.close();
  expect(simulator.violations).toEqual([]);
});

function createApp({ appId = simulator.app.appId } = {}): GitHubApp {
  const { privateKey } = simulator.app;
  const clock = { now: () => new Date() };
  return createGitHubApp({
    appId,
    privateKey,
    baseUrl: simulator.baseUrl,
    clock,
    logger: createCollectingLogger(),
  });
}

async function send(outcome: 'arrives' | 'fails'): Promise<string> {
  receiver.status = outcome === 'arrives' ? 202 : 500;
  const event = simulator.webhooks.push(repository.commit('main', { a: String(Math.random()) }));
  return (await simulator.webhooks.deliver({ url: receiver.url, ...event })).deliveryId;
}

describe('the gateway, asked as the app', () => {
  githubAppContract(async () => ({
    app,
    send,
    setReachable: reachable => {
      receiver.status = reachable ? 202 : 500;
    },
  }));

  it('reads page after page, and no further than it is asked for', async () => {
    for (let each = 0; each < 201; each += 1) await send('arrives');
    const pages = () => simulator.requests.filter(({ path }) => path === '/app/hook/deliveries').length;
    const before = pages();
    for await (const _ of app.listDeliveries()) break;
    expect(pages()).toBe(before + 1);
    const listed = await all(app.listDeliveries());
    expect(listed.length).toBe(simulator.webhooks.deliveries.length);
    expect(new Set(listed.map(({ id }) => id)).size).toBe(listed.length);
    expect(pages()).toBe(before + 1 + Math.ceil(listed.length / 100));
  });

  it('fails with GITHUB_UNAUTHORIZED where GitHub does not know the app', async () => {
    await expect(createApp({ appId: 4711 }).readApp()).rejects.toMatchObject({ code: 'GITHUB_UNAUTHORIZED' });
  });
});
