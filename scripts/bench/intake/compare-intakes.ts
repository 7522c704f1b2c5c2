/** How many deliveries each server takes in, and how soon it answers at a steady pace. */
import { median, medianRatio, percentile } from '../measure.ts';
import type { Contestant } from './contestants.ts';
import type { Load } from './load.ts';
import type { LoadOrder, LoadResult } from './load-messages.ts';

export interface IntakeSizes {
  /** Of each measurement. */
  readonly deliveries: number;
  readonly rounds: number;
  /** Floods before the first that is measured, so that most of what V8 compiles of any contestant is compiled. */
  readonly warmUpRounds: number;
  /** Connections of the flood: GitHub opens many, and waits on each. */
  readonly connections: number;
  /** Of the steady pace. */
  readonly perSecond: number;
}

export interface IntakeFigures {
  readonly name: Contestant['name'];
  /** Medians of the rounds. */
  readonly perSecond: number;
  readonly ratioToFirst: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/**
 * All of them in turn, round by round, after a warm-up. Rejects where one keeps another number of deliveries than it
 * has accepted.
 */
export async function compareIntakes(
  contestants: readonly Contestant[],
  load: Load,
  secret: string,
  sizes: IntakeSizes,
): Promise<IntakeFigures[]> {
  const accepted = new Map<Contestant, number>();
  const send = async (to: Contestant, pace: LoadOrder['pace']): Promise<LoadResult> => {
    accepted.set(to, (accepted.get(to) ?? 0) + sizes.deliveries);
    return load.send({ url: to.server.webhookUrl, secret, deliveries: sizes.deliveries, pace });
  };
  const inTurn = async (pace: LoadOrder['pace']) => {
    const rounds: LoadResult[][] = contestants.map(() => []);
    for (let round = 0; round < sizes.rounds; round++) {
      for (const [index, to] of contestants.entries()) rounds[index]?.push(await send(to, pace));
    }
    return rounds;
  };
  const flood = { connections: sizes.connections };

  for (let round = 0; round < sizes.warmUpRounds; round++) {
    for (const to of contestants) await send(to, flood);
  }
  const floods = await inTurn(flood);
  const drips = await inTurn({ perSecond: sizes.perSecond });
  for (const one of contestants) await requireKept(one, accepted.get(one) ?? 0);

  const rates = floods.map(rounds => rounds.map(({ seconds }) => sizes.deliveries / seconds));
  return contestants.map(({ name }, index) => {
    const latencies = (drips[index] ?? []).map(({ latenciesMs }) => latenciesMs);
    return {
      name,
      perSecond: median(rates[index] ?? []),
      ratioToFirst: medianRatio(rates[index] ?? [], rates[0] ?? []),
      p50Ms: median(latencies.map(values => percentile(values, 0.5))),
      p99Ms: median(latencies.map(values => percentile(values, 0.99))),
    };
  });
}

/** A figure for deliveries that were lost would be worth nothing. */
async function requireKept(contestant: Contestant, accepted: number): Promise<void> {
  const kept = await contestant.count();
  if (kept === null || kept === accepted) return;
  throw new Error(`${contestant.name} accepted ${accepted} deliveries and keeps ${kept}`);
}
