import type { Tool } from '../../facts/repository-facts.ts';
import type { ProjectType, Rubric } from '../../rubric/rubric.ts';
import { PORTFOLIO_TYPE } from '../portfolio.ts';
import { type Mentions, NO_MENTIONS } from './type-mentions.ts';

/** Below this no type is clear: a few words of a trade in a README do not make it a project of that trade. */
const ENOUGH = 1.6;
/** What a mention counts for: in the title, in the prose (by doublings), as a dependency (by doublings). */
const TITLE_POINTS = 1.8;
const PROSE_POINTS = 1;
const TOOL_POINTS = 0.4;
/** More than this many mentions in a title, or tools in manifests, say nothing more. */
const MAX_TITLE = 2;
const MAX_TOOLS = 6;
/** Prose about projects makes an index only where the title says so, or where at least this many are linked. */
const INDEX_LINKS = 2;

/** What speaks for one type or another. */
export interface TypeSigns {
  /** By the type's id. */
  readonly mentions: ReadonlyMap<string, Mentions>;
  readonly tools: readonly Tool[];
  /** Different projects that the README links. */
  readonly linkedProjects: number;
}

/** The type whose words and tools README and manifests name most; undefined where none is clear. */
export function typeByWords(
  { mentions, tools, linkedProjects }: TypeSigns,
  rubric: Rubric,
): ProjectType | undefined {
  let best: ProjectType | undefined;
  let most = ENOUGH;
  for (const type of rubric.projectTypes) {
    const { title, prose } = mentions.get(type.id) ?? NO_MENTIONS;
    if (type.id === PORTFOLIO_TYPE && title === 0 && linkedProjects < INDEX_LINKS) continue;
    const named = tools.filter(({ name }) => type.tools.includes(name)).length;
    const points =
      type.weight *
      (TITLE_POINTS * Math.min(title, MAX_TITLE) +
        PROSE_POINTS * Math.log2(1 + prose) +
        TOOL_POINTS * Math.log2(1 + Math.min(named, MAX_TOOLS)));
    if (points <= most) continue;
    best = type;
    most = points;
  }
  return best;
}
