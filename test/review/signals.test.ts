import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readingFor } from '../../src/review/reading.ts';
import type { ExampleBlock } from '../../src/review/signals/define-signal.ts';
import { SIGNALS } from '../../src/review/signals/index.ts';
import { type BlockText, readBlock } from '../../src/review/words/block-text.ts';
import { ALL_OWN } from '../../src/review/words/borrowed-text.ts';
import { SIGNAL_NAMES } from '../../src/rubric/names.ts';
import { baseRubric } from './base-rubric.ts';

const reading = readingFor(baseRubric(), 'en');

function blockOf(example: ExampleBlock): BlockText {
  if (reading === null) throw new Error('no English lexicon');
  const raw = { kind: 'paragraph', columns: '', isHead: false, links: [], images: [] } as const;
  return readBlock(
    { ...raw, ...(typeof example === 'string' ? { text: example } : example) },
    reading.cues,
    ALL_OWN,
  );
}

const cases = SIGNALS.flatMap(({ id, look, examples }) => [
  ...examples.yes.map(example => ({ id, look, example, expected: true })),
  ...examples.no.map(example => ({ id, look, example, expected: false })),
]);

describe('a signal’s examples', () => {
  test.each(cases)('$id says $expected to $example', ({ look, example, expected }) => {
    expect(look(blockOf(example))).toBe(expected);
  });

  test('exist on both sides', () => {
    const onesided = SIGNALS.filter(({ examples }) => examples.yes.length === 0 || examples.no.length === 0);
    expect(onesided.map(({ id }) => id)).toEqual([]);
  });
});

test('every name a rubric may use has its signal, once, with a file of its own', () => {
  expect(SIGNALS.map(({ id }) => id).sort()).toEqual([...SIGNAL_NAMES].sort());
  for (const { id } of SIGNALS) {
    const source = readFileSync(new URL(`../../src/review/signals/${id}.ts`, import.meta.url), 'utf8');
    expect(source).toContain(`id: '${id}'`);
  }
});
