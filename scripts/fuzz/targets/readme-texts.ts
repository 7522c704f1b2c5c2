/** READMEs that a corpus begins with: those of the fixtures, pathological ones, and the examples of the rubrics. */
import { readdirSync, readFileSync } from 'node:fs';
import { readBuiltinRubrics } from '../../../src/engine/builtin-rubric.ts';
import { TIDES } from '../../../test/engine/requests.ts';
import { SHAPES } from '../../../test/hostile/shapes.ts';
import { BLOCKS, INLINE, TROUBLE } from '../../../test/readme/markdown-pieces.ts';

const FIXTURES = new URL('../../../fixtures/', import.meta.url);
const LEXICONS = new URL('../../../rubrics/lexicons/', import.meta.url);
/** Characters of a pathological text: enough to be one, and more than is quoted. */
const SHAPE = 600;

export function readmeTexts(): readonly string[] {
  return [TIDES, ...fixtures(), ...SHAPES.map(({ build }) => build(SHAPE)), ...examples()];
}

/** Behind these, what is repeated is judged and not only read. */
export const README_HEADS: readonly string[] = [
  '',
  `${TIDES}\n`,
  `${TIDES}\n## Decisions\n\nWe chose:\n\n`,
  `${TIDES}\n|a|b|\n|-|-|\n`,
  `${TIDES}\n<table><tr><td>`,
];

/** Pieces of Markdown, and what the lexicons of all languages look for. */
export function readmeDictionary(): readonly string[] {
  return [...BLOCKS, ...INLINE, ...TROUBLE, ...lexiconPhrases()];
}

function fixtures(): readonly string[] {
  const folders = ['learner', ...readdirSync(new URL('readmes/', FIXTURES)).map(name => `readmes/${name}`)];
  return folders.map(folder => readFileSync(new URL(`${folder}/README.md`, FIXTURES), 'utf8'));
}

function examples(): readonly string[] {
  const { base, types } = readBuiltinRubrics();
  return [base, ...types].flatMap(({ criteria }) =>
    criteria.map(
      ({ title, examples: { weak, strong } }) => `# Tides\n\n## ${title}\n\n${weak}\n\n${strong}\n`,
    ),
  );
}

function lexiconPhrases(): readonly string[] {
  const lists = readdirSync(LEXICONS).flatMap(
    name => readFileSync(new URL(name, LEXICONS), 'utf8').match(/(?<=^ +- ).+$/gm) ?? [],
  );
  const phrases = lists.flatMap(list => list.split(','));
  return [...new Set(phrases.map(phrase => phrase.replaceAll(/[*…]/g, ' ').trim()))];
}
