import type { Tool } from '../../../facts/repository-facts.ts';
import type { Rubric } from '../../../rubric/rubric.ts';
import type { ObservedBlock } from '../../observe.ts';
import { metricSlot } from './metric-slot.ts';
import { type PlanSlots, planSlots } from './plan-slots.ts';
import { type ToolSlots, toolSlots } from './tool-slots.ts';

/** The repository's own words for a question's slots; null where it has none. Raw and untrusted. */
export interface Slots extends ToolSlots, PlanSlots {
  /** The README's title, where it is more than a name. */
  readonly title: string | null;
  /** A metric the README names and gives no value. */
  readonly metric: string | null;
}

interface SlotsInput {
  readonly blocks: readonly ObservedBlock[];
  /** The tools the README is about (`toolsNear`). */
  readonly near: readonly Tool[];
  readonly rubric: Rubric;
  readonly readmePath: string;
  /** Whether much of the README is a template's: then its title may be as well. */
  readonly isTemplate: boolean;
}

const MAX_TITLE_WORDS = 12;

export function readSlots({ blocks, near, rubric, readmePath, isTemplate }: SlotsInput): Slots {
  return {
    ...toolSlots(blocks, near, rubric, readmePath),
    ...planSlots(blocks),
    title: isTemplate ? null : titleSlot(blocks),
    metric: metricSlot(blocks),
  };
}

/** A repository's name in lower case with hyphens is no title. */
function titleSlot(blocks: readonly ObservedBlock[]): string | null {
  const title = blocks.find(({ isTitle }) => isTitle);
  if (title === undefined) return null;
  const { text, wordCount } = title.text;
  return /\S\s+\S/.test(text) && wordCount > 1 && wordCount <= MAX_TITLE_WORDS ? text : null;
}
