import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { startServerProcess } from '../helpers/server-process.ts';
import { startSimulator } from '../simulator/simulator.ts';
import { README } from './readmes.ts';

test('a server killed between its answer and the review finishes the review after a restart, once', async () => {
  const simulator = await startSimulator();
  const folder = mkdtempSync(join(tmpdir(), 'showwork-killed-'));
  const dataPath = join(folder, 'showwork.sqlite');
  const repository = simulator.addRepository({ owner: 'ada', name: 'parcels' });
  const push = repository.commit('main', { 'README.md': README });
  try {
    // GitHub's answers are held back, so that the kill falls after the webhook's answer and before the check run.
    simulator.latency = 60_000;
    const killed = await startServerProcess(simulator, dataPath);
    const answer = await simulator.webhooks.deliver({
      url: killed.webhookUrl,
      ...simulator.webhooks.push(push),
    });
    expect(answer.status).toBe(202);
    await killed.stop('SIGKILL');
    expect(repository.checkRuns(push.after)).toEqual([]);

    simulator.latency = 0;
    const restarted = await startServerProcess(simulator, dataPath);
    const run = await simulator.until(() => repository.checkRuns(push.after)[0]);
    expect(run.status).toBe('completed');

    const next = repository.commit('main', { 'notes.txt': 'later' });
    await simulator.webhooks.deliver({ url: restarted.webhookUrl, ...simulator.webhooks.push(next) });
    await simulator.until(() => repository.checkRuns(next.after)[0]);
    expect(repository.checkRuns(push.after)).toHaveLength(1);
    await restarted.stop();
  } finally {
    await simulator.close();
    rmSync(folder, { recursive: true });
  }
});
