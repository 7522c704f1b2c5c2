/** A README as the project types' weights see it: its words, headings and tools, and how often it uses a type's words. */
import type { Outline } from '../../readme/outline.ts';
import type { TypeSigns } from '../project-type/type-by-words.ts';
import type { ReadBlock } from '../read-blocks.ts';
import { wordsOf } from '../words/tokenise.ts';
import { bucketOf } from './hash.ts';
import type { LinearFeatures } from './linear.ts';

export interface TypeSource extends TypeSigns {
  readonly blocks: readonly ReadBlock[];
  readonly outline: Outline;
}

/** Values in relation to each other, found by cross-validation: how far a weight of that kind may carry. */
const HEADINGS_VALUE = 0.5;
const TITLE_WORD_VALUE = 0.3;
const SHAPE_VALUE = 0.4;
const FEW_TOOLS = 3;
const MAX_TITLE = 2;

const SPACE = { prose: 11, heading: 12, title: 13, tool: 14 } as const;

/** Linear in the text. */
export function typeFeatures(source: TypeSource): LinearFeatures {
  return { named: new Map([...shape(source), ...mentioned(source)]), hashed: [...words(source)] };
}

function* shape({ blocks, tools, linkedProjects }: TypeSource): Generator<readonly [string, number]> {
  const told = blocks.filter(({ isTitle }) => !isTitle);
  for (const { kind } of new Map(told.map(block => [block.kind, block])).values()) {
    const share = told.filter(block => block.kind === kind).length / told.length;
    yield [`kind:${kind}`, share * SHAPE_VALUE];
  }
  yield ['links', 0.3 * Math.log1p(linkedProjects)];
  if (linkedProjects >= 2) yield ['links>=2', SHAPE_VALUE];
  if (linkedProjects >= 4) yield ['links>=4', SHAPE_VALUE];
  if (tools.length === 0) yield ['no-tools', 0.3];
}

function* mentioned({ mentions }: TypeSource): Generator<readonly [string, number]> {
  const all = [...mentions.values()].reduce((sum, { prose }) => sum + prose, 0);
  if (all === 0) yield ['no-mention', 1];
  for (const [id, { title, prose, words: said }] of mentions) {
    yield [`prose:${id}`, Math.log2(1 + prose) / 4];
    yield [`title:${id}`, Math.min(title, MAX_TITLE) / MAX_TITLE];
    yield [`different:${id}`, Math.log2(1 + said.size) / 3];
    yield [`share:${id}`, prose / Math.max(3, all)];
  }
}

function* words({ blocks, outline, tools }: TypeSource): Generator<LinearFeatures['hashed'][number]> {
  yield* proseWords(blocks);
  const titles = outline.sections.map(section => wordsOf(section.title));
  const headings = new Set(titles.flat());
  yield {
    buckets: [...headings].map(word => bucketOf(SPACE.heading, word)),
    value: HEADINGS_VALUE / Math.sqrt(Math.max(1, headings.size)),
  };
  const first = new Set(titles[1] ?? []);
  yield { buckets: [...first].map(word => bucketOf(SPACE.title, word)), value: TITLE_WORD_VALUE };
  const names = new Set(tools.map(({ name }) => name));
  yield {
    buckets: [...names].map(name => bucketOf(SPACE.tool, name)),
    value: 1 / Math.sqrt(names.size + FEW_TOOLS),
  };
}

/** Each word by the logarithm of how often it stands there, all together with a length of 1. Numbers say nothing. */
function* proseWords(blocks: readonly ReadBlock[]): Generator<LinearFeatures['hashed'][number]> {
  const times = new Map<string, number>();
  for (const { read, isTitle } of blocks) {
    if (isTitle) continue;
    for (const sentence of read.sentences) {
      for (const word of sentence.words) if (!/^\d/.test(word)) times.set(word, (times.get(word) ?? 0) + 1);
    }
  }
  const squares = [...times.values()].reduce((sum, count) => sum + Math.log1p(count) ** 2, 0);
  const length = Math.sqrt(squares) || 1;
  for (const [word, count] of times) {
    yield { buckets: [bucketOf(SPACE.prose, word)], value: Math.log1p(count) / length };
  }
}
