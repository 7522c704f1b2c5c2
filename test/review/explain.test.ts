import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readBuiltinYardstick } from '../../src/engine/builtin-yardstick.ts';
import { explainVerdicts, judge } from '../../src/engine/judge.ts';
import type { Explanation, PassageExplanation } from '../../src/review/explanation.ts';
import { requestFor } from '../engine/requests.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures');
const READMES = ['learner', ...readdirSync(join(FIXTURES, 'readmes')).map(name => join('readmes', name))].map(
  folder => [folder, readFileSync(join(FIXTURES, folder, 'README.md'), 'utf8')] as const,
);
const YARDSTICK = readBuiltinYardstick();

function explained(text: string): Explanation {
  const explanation = explainVerdicts(requestFor(text), YARDSTICK);
  if (explanation === null) throw new Error('nothing was judged');
  return explanation;
}

/** How far a passage's parts are from its score, at either level. */
function passageGap(passage: PassageExplanation): number {
  const gaps = [passage.thin, passage.present].map(({ score, bias, contributions }) =>
    Math.abs(contributions.reduce((sum, { amount }) => sum + amount, bias) - score),
  );
  return Math.max(...gaps);
}

function expectToAddUp({ criteria }: Explanation): void {
  for (const { signals, model } of criteria) {
    for (const { points, share, signals: worths } of signals.blocks) {
      expect(share * worths.reduce((sum, { worth }) => sum + worth, 0)).toBeCloseTo(points, 9);
    }
    if (signals.blocks.length === signals.blockCount) {
      expect(signals.blocks.reduce((sum, { counts }) => sum + counts, 0)).toBeCloseTo(signals.points, 9);
    }
    for (const passage of model?.passages ?? []) expect(passageGap(passage)).toBeLessThan(1e-9);
    for (const { bias, inputs, logOdds } of model === undefined ? [] : [model.thin, model.present]) {
      expect(inputs.reduce((sum, { value, weight }) => sum + value * weight, bias)).toBeCloseTo(logOdds, 9);
    }
  }
}

describe.each(READMES)('%s', (_, text) => {
  const { criteria } = judge(requestFor(text), YARDSTICK);

  test('is explained with the verdicts of its review', () => {
    const told = explained(text).criteria.map(({ id, verdict }) => [id, verdict]);
    expect(told).toEqual(criteria.map(({ id, verdict }) => [id, verdict]));
  });

  test('is explained alike each time', () => {
    expect(explained(text)).toEqual(explained(text));
  });

  test('adds up: signals to points, contributions to scores, inputs to log odds', () => {
    expectToAddUp(explained(text));
  });
});

test('any text adds up', () => {
  const line = fc.oneof(
    fc.constantFrom(
      '# Bus',
      '## Results',
      '## Why',
      '- item 2',
      '| a | b |',
      '|---|---|',
      '```',
      '',
      'ｅｌà là La',
    ),
    fc.constantFrom(
      'We chose it because the buses failed.',
      'The error fell from 6.8 to 2.1.',
      'İstanbul ﬁt',
    ),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), lines => {
      const explanation = explainVerdicts(requestFor(lines.join('\n')), YARDSTICK);
      if (explanation !== null) expectToAddUp(explanation);
    }),
  );
});

describe('where the model spoke', () => {
  const { criteria } = explained(READMES.find(([name]) => name.endsWith('rag-with-everything'))?.[1] ?? '');

  test('the best passages are those that its probabilities are made of', () => {
    const models = criteria.flatMap(({ model }) => (model === undefined ? [] : [model]));
    expect(models).toHaveLength(5);
    for (const { thin, present, passages, level } of models) {
      const value = (name: string) => thin.inputs.find(input => input.name === name)?.value;
      expect(Math.max(...passages.map(passage => passage.thin.score))).toBe(value('best-thin'));
      expect(Math.max(...passages.map(passage => passage.present.score))).toBe(value('best-present'));
      expect(passages[0]?.[level].score).toBe(value(`best-${level}`));
      expect([...thin.inputs, ...present.inputs].map(({ name }) => name)).not.toContain('other');
    }
  });

  test('words are shown as their author wrote them, and cues with the words that they stand for', () => {
    const problem = criteria.find(({ id }) => id === 'problem')?.model;
    const contributions = problem?.passages.flatMap(passage => passage.thin.contributions) ?? [];
    const words = contributions.filter(({ kind }) => kind === 'word').map(({ name }) => name);
    expect(words).toContain('Referees');
    expect(words).not.toContain('referees');
    expect(contributions.find(({ name }) => name === 'cue:pain')?.said).toBe('contradict');
  });
});

test('a criterion that the model does not know is explained by its signals alone', () => {
  const learned = explained(
    '# Bus model\n\n## What I learned\n\nI learned to look at single trips first.\n',
  ).criteria.find(({ id }) => id === 'learned');
  expect(learned).toMatchObject({
    verdict: 'present',
    signals: {
      presentNeeds: ['tells-a-lesson'],
      presentHas: ['tells-a-lesson'],
      blocks: [{ startLine: 5, endLine: 5, quote: 'I learned to look at single trips first.', share: 1 }],
      blockCount: 1,
    },
  });
  expect(learned?.model).toBeUndefined();
});

test('without a lexicon for its language nothing is explained', () => {
  const polish =
    'Ten projekt pomaga pasażerom nocnych autobusów, którzy czekają na przystanku, bo rozkład jazdy nie zgadza się z rzeczywistością.\n';
  expect(explainVerdicts(requestFor(polish.repeat(3)), YARDSTICK)).toBeNull();
  expect(explainVerdicts(requestFor('text', { path: 'README.rst' }), YARDSTICK)).toBeNull();
});
