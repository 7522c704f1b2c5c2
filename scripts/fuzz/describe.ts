/** Findings and results for a terminal. */
import type { CampaignResult } from './campaign.ts';
import { type Finding, textOf } from './finding.ts';
import type { Measured } from './growth.ts';

const LONGEST_SHOWN = 400;

export function describeFinding(finding: Finding, path: string): string {
  const { target, seed, problem, input } = finding;
  const shown = 'text' in input ? input.text : input;
  return [
    `${target}, seed ${seed}: ${problem}`,
    `  ${textOf(input).length} characters: ${JSON.stringify(shown).slice(0, LONGEST_SHOWN)}`,
    `  again: npm run fuzz -- --replay ${path}`,
  ].join('\n');
}

/** `processorSeconds`: what the whole campaign took. */
export function describeResult(result: CampaignResult, seed: number, processorSeconds: number): string {
  const { inputs, grown, blocksOfSeeds, blocks, corpus, dearest, findings } = result;
  return [
    `seed ${seed}: ${findings.length} findings in ${inputs} short and ${grown} long texts, ${Math.round(processorSeconds)} s of processor time`,
    `blocks: ${blocksOfSeeds} with the seeds alone, ${blocks} in the end; ${corpus} texts in the corpus`,
    ...describeMeasured('dearest per character', dearest.perCharacter),
    ...describeMeasured('dearest', dearest.whole),
    ...describeMeasured('most memory', dearest.heap),
  ].join('\n');
}

function describeMeasured(what: string, measured: Measured | null): readonly string[] {
  if (measured === null) return [];
  const { target, recipe, characters, milliseconds, heapBytes } = measured;
  const perKilobyte = ((milliseconds / characters) * 1000).toFixed(1);
  const cost = `${Math.round(milliseconds)} ms (${perKilobyte} per kB), ${Math.round(heapBytes / 1e6)} MB`;
  const { head, ...rest } = recipe;
  const behind = head === '' ? '' : `behind ${head.length} characters `;
  return [
    `${what}: ${target}, ${characters} characters, ${cost}: ${behind}${JSON.stringify(rest).slice(0, LONGEST_SHOWN)}`,
  ];
}
