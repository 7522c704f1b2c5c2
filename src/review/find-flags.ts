import type { Outline } from '../readme/outline.ts';
import type { Rubric } from '../rubric/rubric.ts';
import type { ObservedBlock } from './observe.ts';
import { PhraseMatcher } from './words/phrase-matcher.ts';
import { wordsOf } from './words/tokenise.ts';

interface FlagsInput {
  readonly outline: Outline;
  readonly blocks: readonly ObservedBlock[];
  readonly rubric: Rubric;
}

/** A README is a template where at least this share of its blocks is residue or boilerplate. */
const TEMPLATE_SHARE = 0.15;
const TOY_MENTIONS = 2;

export function findFlags({ outline, blocks, rubric }: FlagsInput): {
  toyDataset: boolean;
  template: boolean;
} {
  const toys = new PhraseMatcher<'toy'>({ toy: rubric.toyDatasets });
  const texts = [...outline.sections.map(({ title }) => title), ...outline.blocks.map(({ text }) => text)];
  const mentions = texts.reduce((sum, text) => sum + toys.find(wordsOf(text)).length, 0);
  const unfilled = blocks.filter(
    ({ signals }) => signals.includes('is-template-residue') || signals.includes('is-boilerplate'),
  ).length;
  return {
    toyDataset: mentions >= TOY_MENTIONS,
    template: unfilled > 0 && unfilled / Math.max(1, blocks.length) >= TEMPLATE_SHARE,
  };
}
