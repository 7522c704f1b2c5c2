/**
 * What Markdown that was written to be dear does to the pool of threads: how long it takes, what memory it needs, and
 * what others notice of it. In a process of its own, so that its memory is what these reviews take.
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DEFAULT_LIMITS } from '../../src/store/queue/queue.ts';
import { HostileFigures, type HostileSize } from './hostile/figures.ts';
import { median, medianRatio } from './measure.ts';
import { type BenchOptions, type Section, table } from './section.ts';

/** As many as the queue lets run for one installation. */
const ATTACKERS = DEFAULT_LIMITS.perInstallation;
const FULL: HostileSize = {
  sizes: [5_000, 50_000, 200_000, 1_000_000],
  everyShape: 1,
  attackers: ATTACKERS,
  rounds: 5,
  perSecond: 20,
  seconds: 8,
};
const QUICK: HostileSize = {
  sizes: [5_000],
  everyShape: 40,
  attackers: ATTACKERS,
  rounds: 1,
  perSecond: 10,
  seconds: 1,
};

export async function benchHostile({ quick = false }: BenchOptions): Promise<Section> {
  const size = quick ? QUICK : FULL;
  const { texts, rounds, residentMb } = await measure(size);
  const kinds = (bytes: number) => {
    const ofSize = texts.filter(text => text.size === bytes);
    const count = (kind: (typeof texts)[number]['outcome']) =>
      String(ofSize.filter(({ outcome }) => outcome === kind).length);
    const slowest = Math.max(...ofSize.map(({ ms }) => ms));
    return [`${bytes / 1000} kB`, count('judged'), count('refused'), count('timed-out'), slowest];
  };
  const [slowest] = texts.toSorted((a, b) => b.ms - a.ms);
  const [quiet, beside] = [rounds.map(round => round.quietP99Ms), rounds.map(round => round.besideP99Ms)];
  const figures = {
    'hostile.slowestMs': slowest?.ms ?? Number.NaN,
    'hostile.timedOut': texts.filter(({ outcome }) => outcome === 'timed-out').length,
    'hostile.residentMb': residentMb,
    'hostile.othersP99Ratio': medianRatio(beside, quiet),
  };
  return {
    title: 'Hostile Markdown',
    text: `The shapes of \`test/hostile/shapes.ts\` through the pool with the number of threads of a server, one after the other; the slowest is “${slowest?.shape}”. The process held ${residentMb.toFixed(0)} MB at its peak, all threads and its own copies of the texts included.

${table(['what', 'judged', 'refused', 'timed out', 'slowest ms'], size.sizes.map(kinds))}

Others: the READMEs of \`fixtures/\`, ${size.perSecond} a second whatever becomes of those before, from when each was due to its report, alone and beside ${size.attackers} reviews that are always under way, each of one of the slowest texts above: so many the queue lets run for one installation. ${size.rounds} rounds of ${size.seconds} s each; p99 is ${median(quiet).toFixed(1)} ms alone and ${median(beside).toFixed(1)} ms beside them (medians), ratio ${figures['hostile.othersP99Ratio'].toFixed(2)}, round by round.`,
    figures,
  };
}

async function measure(size: HostileSize): Promise<HostileFigures> {
  const script = join(import.meta.dirname, 'hostile/measuring-process.ts');
  const args = [script, JSON.stringify(size)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 26 });
  return HostileFigures.parse(JSON.parse(stdout));
}
