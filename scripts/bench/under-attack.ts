/** What honest deliveries notice of strangers who attack the same server: latency and memory, quiet and under attack. */
import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { ServerProcess } from '../../test/helpers/server-process.ts';
import { startSimulator } from '../../test/simulator/simulator.ts';
import { startOnSqlite } from './intake/contestants.ts';
import { percentile } from './measure.ts';
import { type Section, table } from './section.ts';
import { ATTACKS } from './under-attack/attacks.ts';

const SECONDS = 10;
const PER_SECOND = 50;
const PAYLOAD_BYTES = 20_000;

export async function benchUnderAttack(): Promise<Section> {
  const simulator = await startSimulator();
  // What takes deliveries in, alone: reviews would take the processors that attackers and server share.
  const intake = await startOnSqlite(simulator);
  const { server } = intake;
  const send = () => deliver(server, simulator.app.webhookSecret);
  await steadily(send, 3);
  const quiet = await steadily(send, SECONDS);
  const quietMemory = residentBytes(server);

  const attackers = new Worker(new URL('under-attack/attackers-thread.ts', import.meta.url), {
    workerData: { port: Number(new URL(server.url).port) },
  });
  await once(attackers, 'message');
  let peak = quietMemory;
  const watch = setInterval(() => {
    peak = Math.max(peak, residentBytes(server));
  }, 100);
  const attacked = await steadily(send, SECONDS);
  clearInterval(watch);
  await attackers.terminate();

  await intake.close();
  await simulator.close();
  const growth = (peak - quietMemory) / 1e6;
  const row = (what: string, { times, refused }: Round) => [
    what,
    percentile(times, 0.5),
    percentile(times, 0.99),
    refused,
  ];
  return {
    title: 'Under attack',
    text: `${PER_SECOND} signed deliveries of ${PAYLOAD_BYTES / 1000} kB a second for ${SECONDS} s to the intake of one process on SQLite, alone and beside: ${ATTACKS}. Attackers and server share the machine. Resident memory grew by ${growth.toFixed(0)} MB at its peak.

${table(['deliveries', 'p50 ms', 'p99 ms', 'not taken in'], [row('quiet', quiet), row('under attack', attacked)])}`,
    figures: {
      'attack.honestP99Ms': percentile(attacked.times, 0.99),
      'attack.honestP99RatioToQuiet': percentile(attacked.times, 0.99) / percentile(quiet.times, 0.99),
      'attack.honestRefused': attacked.refused,
      'attack.memoryGrowthMb': growth,
    },
  };
}

interface Round {
  /** Milliseconds from when a delivery was due to its answer, in ascending order. */
  readonly times: readonly number[];
  readonly refused: number;
}

/** Sends at an even pace, whether the last one was answered or not, so that a server that stands still is not spared. */
async function steadily(send: () => Promise<number>, seconds: number): Promise<Round> {
  const times: number[] = [];
  let refused = 0;
  const started = performance.now();
  const due = Array.from({ length: seconds * PER_SECOND }, async (_, index) => {
    const at = started + (index * 1000) / PER_SECOND;
    await new Promise(resolve => setTimeout(resolve, Math.max(0, at - performance.now())));
    const status = await send().catch(() => 0);
    times.push(performance.now() - at);
    if (status !== 202) refused += 1;
  });
  await Promise.all(due);
  return { times: times.sort((a, b) => a - b), refused };
}

/** An event that is stored and needs no GitHub: an installation is gone of which nothing is known. */
async function deliver({ webhookUrl }: ServerProcess, secret: string): Promise<number> {
  installations += 1;
  const payload = {
    action: 'deleted',
    installation: { id: installations },
    filler: 'x'.repeat(PAYLOAD_BYTES),
  };
  const body = JSON.stringify(payload);
  const response = await fetch(webhookUrl, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-github-event': 'installation',
      'x-github-delivery': randomUUID(),
      'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    },
    body,
  });
  await response.arrayBuffer();
  return response.status;
}
let installations = 0;

function residentBytes({ pid }: ServerProcess): number {
  const [, kilobytes = '0'] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}
