/**
 * Makes texts that strangers could write, guided by the code that they reach and by what they cost, and asks whether
 * what has to hold of all texts holds of them. `docs/fuzzing.md` says what that is.
 *
 *   npm run fuzz                                a minute with a new seed
 *   npm run fuzz -- --seed 7 --seconds 600      that seed, for ten minutes
 *   npm run fuzz -- --seed 7 --inputs 500       as many texts as that, however long they take
 *   npm run fuzz -- --only readme               one target, or several: --only readme --only settings
 *   npm run fuzz -- --findings FOLDER           where findings are kept, one file each
 *   npm run fuzz -- --replay FILE               one of these again
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCampaign, tooSlow } from './fuzz/campaign.ts';
import { describeFinding, describeResult } from './fuzz/describe.ts';
import { Finding, textOf } from './fuzz/finding.ts';
import { TargetRunner } from './fuzz/target-runner.ts';

const MODULE = new URL('./fuzz/targets/all-targets.ts', import.meta.url);
const SOURCES = new URL('../src/', import.meta.url).href;

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    seconds: { type: 'string' },
    inputs: { type: 'string' },
    seeds: { type: 'string' },
    only: { type: 'string', multiple: true },
    findings: { type: 'string', default: 'fuzz-findings' },
    replay: { type: 'string' },
  },
});
let kept = 0;
process.exitCode = (values.replay === undefined ? await search() : await replay(values.replay)) ? 1 : 0;

/** Answers whether something was found. */
async function search(): Promise<boolean> {
  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  const { only, inputs } = values;
  const { TARGETS } = await import('./fuzz/targets/all-targets.ts');
  const began = process.cpuUsage();
  const result = await runCampaign({
    targets: TARGETS.filter(({ name }) => only === undefined || only.includes(name)),
    module: MODULE,
    covered: SOURCES,
    seed,
    inputs: Number(inputs ?? Number.POSITIVE_INFINITY),
    seconds: Number(values.seconds ?? (inputs === undefined ? 60 : Number.POSITIVE_INFINITY)),
    seeds: Number(values.seeds ?? Number.POSITIVE_INFINITY),
    onFinding: finding => console.log(describeFinding(finding, keep(finding))),
  });
  const { user, system } = process.cpuUsage(began);
  console.log(describeResult(result, seed, (user + system) / 1_000_000));
  return result.findings.length > 0;
}

/** Answers the path of the file. */
function keep(finding: Finding): string {
  mkdirSync(values.findings, { recursive: true });
  kept += 1;
  const path = join(values.findings, `${finding.seed}-${kept}-${finding.target}.json`);
  writeFileSync(path, `${JSON.stringify(finding, null, 2)}\n`);
  return path;
}

/** Answers whether it still is one. */
async function replay(path: string): Promise<boolean> {
  const finding = Finding.parse(JSON.parse(readFileSync(path, 'utf8')));
  const { target, input } = finding;
  const text = textOf(input);
  // What a long text costs is measured without counting; what was found in a short one may need to be read twice.
  const runner = new TargetRunner({ targets: MODULE.href, covered: 'text' in input ? SOURCES : null });
  const run = await runner.run({ target, text, check: true });
  await runner.close();
  const problems = 'died' in run ? [run.died] : [...run.problems, ...tooSlow(run)];
  console.log(
    `${target}, ${text.length} characters${'died' in run ? '' : `, ${Math.round(run.milliseconds)} ms`}`,
  );
  console.log(problems.length === 0 ? 'everything holds' : problems.join('\n'));
  return problems.length > 0;
}
