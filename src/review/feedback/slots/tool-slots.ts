import type { Tool } from '../../../facts/repository-facts.ts';
import type { Rubric } from '../../../rubric/rubric.ts';
import type { ObservedBlock } from '../../observe.ts';
import { manifestFrom } from '../../tools-near.ts';
import { PhraseMatcher } from '../../words/phrase-matcher.ts';
import { writtenAs } from '../../words/tokenise.ts';

export interface ToolSlots {
  /** A tool that was a choice, without a reason near its name. */
  readonly tool: string | null;
  /** Two such tools with different jobs. */
  readonly tools: string | null;
  /** Two tools that do the same job, and which job that is. */
  readonly rivals: string | null;
  readonly job: string | null;
  /** The manifest the tools stand in. */
  readonly manifest: string | null;
}

interface NamedTool {
  /** As a question writes it. */
  readonly written: string;
  readonly job: string;
  /** Null where the README names it. */
  readonly manifest: string | null;
}

const NONE: ToolSlots = { tool: null, tools: null, rivals: null, job: null, manifest: null };

/** A manifest of more entries lists what its tools need, and not what was chosen. */
const MOST_CHOSEN = 60;
/** Endings that a package has and its name in a text has not. */
const ENDING = /-(?:client|cpu|gpu|ai|core|py)$/;
const BEGINNING = /^apache-/;

/**
 * Tools worth asking about: those that do one of the rubric's jobs, for which there is always another one. What the
 * README gives a reason for is not asked again.
 */
export function toolSlots(
  blocks: readonly ObservedBlock[],
  near: readonly Tool[],
  rubric: Rubric,
  readmePath: string,
): ToolSlots {
  const { told, named } = readTools(blocks, rubric);
  const listed = listedTools(near, rubric, readmePath).filter(({ key }) => !told.has(key));
  const open = named.filter(({ key }) => !told.has(key));
  return (
    rivalsAmong(listed, rubric, told) ??
    withoutRivals(listed) ??
    rivalsAmong(open, rubric, told) ??
    withoutRivals(open) ??
    NONE
  );
}

interface KeyedTool extends NamedTool {
  readonly key: string;
}

/** Two tools with one job that stand in the same place; none where a reason is given for one of that job. */
function rivalsAmong(
  tools: readonly KeyedTool[],
  { toolGroups }: Rubric,
  told: ReadonlySet<string>,
): ToolSlots | null {
  for (const group of toolGroups) {
    if (group.tools.some(name => told.has(keyOf(name)))) continue;
    const same = tools.filter(({ job }) => job === group.title);
    const [first] = same;
    const second = same.find(({ key, manifest }) => key !== first?.key && manifest === first?.manifest);
    if (first === undefined || second === undefined) continue;
    const rivals = `${first.written} and ${second.written}`;
    const rest = withoutRivals(tools) ?? NONE;
    return { ...rest, rivals, job: group.title, manifest: first.manifest };
  }
  return null;
}

function withoutRivals(tools: readonly KeyedTool[]): ToolSlots | null {
  const [first] = tools;
  if (first === undefined) return null;
  const second = tools.find(({ job, manifest }) => job !== first.job && manifest === first.manifest);
  const pair = second === undefined ? null : `${first.written} and ${second.written}`;
  return { ...NONE, tool: first.written, tools: pair, manifest: first.manifest };
}

/** Tools of the manifests, the most telling job first, those of one manifest together. */
function listedTools(
  near: readonly Tool[],
  { toolGroups }: Rubric,
  readmePath: string,
): readonly KeyedTool[] {
  const sizes = new Map<string, number>();
  for (const { manifest } of near) sizes.set(manifest, (sizes.get(manifest) ?? 0) + 1);
  return toolGroups.flatMap(({ title, tools }) =>
    near
      .filter(({ name, manifest }) => tools.includes(name) && (sizes.get(manifest) ?? 0) <= MOST_CHOSEN)
      .map(({ name, manifest }) => ({
        key: keyOf(name),
        written: code(name),
        job: title,
        manifest: code(manifestFrom(readmePath, manifest)),
      })),
  );
}

/** Tools that the README names, and those of them for which it gives a reason. */
function readTools(blocks: readonly ObservedBlock[], rubric: Rubric) {
  const matcher = matcherFor(rubric);
  const told = new Set<string>();
  const named = new Map<string, KeyedTool>();
  for (const { text, isTitle, headedBy } of blocks) {
    for (const [index, sentence] of text.sentences.entries()) {
      for (const { name, start, end } of matcher.find(sentence.words)) {
        const group = rubric.toolGroups.find(({ tools }) => tools.some(tool => keyOf(tool) === name));
        if (group === undefined) continue;
        const next = text.sentences[index + 1];
        const isTold = sentence.hasAny('reason', 'instead', 'choice') || next?.has('reason') === true;
        if (isTold || headedBy.has('decisions')) told.add(name);
        const written = writtenAs(sentence.text, start, end);
        if (!isTitle && /^\p{Lu}|\d/u.test(written) && !named.has(name)) {
          named.set(name, { key: name, written, job: group.title, manifest: null });
        }
      }
    }
  }
  const order = rubric.toolGroups.map(({ title }) => title);
  return { told, named: [...named.values()].sort((a, b) => order.indexOf(a.job) - order.indexOf(b.job)) };
}

const matchers = new WeakMap<Rubric['toolGroups'], PhraseMatcher<string>>();

function matcherFor({ toolGroups }: Rubric): PhraseMatcher<string> {
  const known = matchers.get(toolGroups);
  if (known !== undefined) return known;
  const names = toolGroups.flatMap(({ tools }) => tools);
  const matcher = new PhraseMatcher<string>(
    Object.fromEntries(names.map(name => [keyOf(name), spoken(name)])),
  );
  matchers.set(toolGroups, matcher);
  return matcher;
}

/** `pinecone-client` and `pinecone` are one tool. */
function keyOf(name: string): string {
  return name.replace(BEGINNING, '').replace(ENDING, '');
}

/** How a text calls a package. */
function spoken(name: string): readonly string[] {
  const key = keyOf(name).replaceAll('-', ' ');
  return key === 'chromadb' ? [key, 'chroma'] : [key];
}

function code(name: string): string {
  return `\`${name}\``;
}
