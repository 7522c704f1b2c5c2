import type { RepositoryFacts, Tool } from '../facts/repository-facts.ts';
import type { ProjectType, Rubric } from '../rubric/rubric.ts';
import { PORTFOLIO_TYPE } from './portfolio.ts';
import type { ReadBlock } from './read-blocks.ts';
import type { Reading } from './reading.ts';
import type { ProjectTypeResult, TypeEvidence } from './report.ts';
import { manifestFrom, toolsNear } from './tools-near.ts';
import { joinWords, writtenAs } from './words/tokenise.ts';

/** What is none of the rubric's project types. */
export const OTHER_TYPE = 'other';

/** Below this no type is clear: a few words of a trade in a README do not make it a project of that trade. */
const ENOUGH = 1.6;
/** What a mention counts for: in the title, in the prose (by doublings), as a dependency (by doublings). */
const TITLE_POINTS = 1.8;
const PROSE_POINTS = 1;
const TOOL_POINTS = 0.4;
/** More than this many mentions in a title, or tools in manifests, say nothing more. */
const MAX_TITLE = 2;
const MAX_TOOLS = 6;
const MAX_EVIDENCE = 4;
/** Prose about projects makes an index only where the title says so, or where at least this many are linked. */
const INDEX_LINKS = 2;
/** A few words are shown; more different ones than this are only counted, so that stuffing them costs nothing. */
const MAX_TOLD_APART = 50;

interface TypeInput {
  readonly blocks: readonly ReadBlock[];
  readonly facts: RepositoryFacts;
  readonly rubric: Rubric;
  readonly reading: Reading;
  readonly readmePath: string;
  /** Different projects that the README links. */
  readonly linkedProjects: number;
  readonly declaredType: string | undefined;
}

/** The project type: as declared, else the one README and manifests speak for most; `other` where none is clear. */
export function detectType(input: TypeInput): ProjectTypeResult {
  const { rubric, declaredType, blocks, reading } = input;
  if (declaredType !== undefined) return { id: declaredType, declared: true, evidence: [] };
  const mentions = countMentions(blocks, reading);
  const tools = toolsNear(input.facts, input.readmePath);
  let best: ProjectType | null = null;
  let most = ENOUGH;
  for (const type of rubric.projectTypes) {
    const { title, prose } = mentions.get(type.id) ?? NONE;
    if (type.id === PORTFOLIO_TYPE && title === 0 && input.linkedProjects < INDEX_LINKS) continue;
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
  if (best === null) return { id: OTHER_TYPE, declared: false, evidence: [] };
  return { id: best.id, declared: false, evidence: evidenceFor(best, tools, mentions, input.readmePath) };
}

interface Mentions {
  title: number;
  prose: number;
  /** The words that were found, with how often, and as the author wrote them first. */
  readonly words: Map<string, { times: number; readonly written: string }>;
}
const NONE: Mentions = { title: 0, prose: 0, words: new Map() };

function countMentions(blocks: readonly ReadBlock[], reading: Reading): ReadonlyMap<string, Mentions> {
  const mentions = new Map<string, Mentions>();
  for (const { read, isTitle } of blocks) {
    for (const { text: sentence, words } of read.sentences) {
      for (const { name, start, end } of reading.types.find(words)) {
        const found = mentions.get(name) ?? { title: 0, prose: 0, words: new Map() };
        mentions.set(name, found);
        found[isTitle ? 'title' : 'prose'] += 1;
        const said = joinWords(words.slice(start, end + 1));
        const known = found.words.get(said);
        if (known !== undefined) known.times += 1;
        else if (found.words.size < MAX_TOLD_APART)
          found.words.set(said, { times: 1, written: writtenAs(sentence, start, end).toLowerCase() });
      }
    }
  }
  return mentions;
}

function evidenceFor(
  type: ProjectType,
  tools: readonly Tool[],
  mentions: ReadonlyMap<string, Mentions>,
  readmePath: string,
): readonly TypeEvidence[] {
  const named = tools
    .filter(({ name }) => type.tools.includes(name))
    .filter(({ name }, index, all) => all.findIndex(tool => tool.name === name) === index)
    .sort((a, b) => type.tools.indexOf(a.name) - type.tools.indexOf(b.name))
    .map(({ name, manifest }) => ({
      text: `\`${name}\` in ${manifestFrom(readmePath, manifest)}`,
      path: manifest,
    }));
  const said = [...(mentions.get(type.id)?.words ?? [])]
    .sort(([a, x], [b, y]) => y.times - x.times || (a < b ? -1 : 1))
    .filter(([word], index, all) => all.findIndex(([other]) => isSameWord(word, other)) === index)
    .map(([, { times, written }]) => ({
      text: `“${written}” ${times === 1 ? 'once' : `${times} times`}`,
      path: readmePath,
    }));
  return [...named.slice(0, MAX_EVIDENCE / 2), ...said].slice(0, MAX_EVIDENCE);
}

/** “agent” and “agents” are one word to a reader. */
function isSameWord(a: string, b: string): boolean {
  return a === b || `${a}s` === b || a === `${b}s`;
}
