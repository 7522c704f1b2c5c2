/** What a target does wrong, with the text that makes it do so. */
import { z } from 'zod';
import { build, Recipe } from './recipe.ts';

export const Finding = z.object({
  target: z.string(),
  /** Of the campaign that met it. */
  seed: z.number(),
  /** The first word names the oracle. */
  problem: z.string(),
  input: z.union([z.object({ text: z.string() }), z.object({ recipe: Recipe, size: z.number() })]),
});
export type Finding = z.infer<typeof Finding>;

export type Input = Finding['input'];

export function textOf(input: Input): string {
  return 'text' in input ? input.text : build(input.recipe, input.size);
}

/** The same for what is most likely the same mistake: the oracle, and what it says before it quotes or counts. */
export function kindOf({ target, problem }: Pick<Finding, 'target' | 'problem'>): string {
  const [first = '', place = ''] = problem.split('\n');
  return `${target} ${first.replace(/["{[\d].*$/, '')}${place}`;
}
