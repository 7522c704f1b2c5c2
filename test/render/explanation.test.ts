import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readBuiltinModel } from '../../src/engine/builtin-model.ts';
import { renderExplanation, renderLegend } from '../../src/render/explanation.ts';
import { featureWords } from '../../src/render/feature-words.ts';
import { percent, points, signed } from '../../src/render/numbers.ts';
import type { Paint } from '../../src/render/terminal.ts';
import type {
  Contribution,
  CriterionExplanation,
  ModelExplanation,
  ScoreExplanation,
} from '../../src/review/explanation.ts';
import { UNSEEN } from '../helpers/harmful-patterns.ts';
import { hostileText } from '../helpers/hostile-text.ts';

const same = (text: string) => text;
const NO_COLOR: Paint = { bold: same, dim: same, green: same, yellow: same, cyan: same };
const PLAIN = { paint: NO_COLOR, width: 80 };

function criterion(given: Partial<CriterionExplanation> = {}): CriterionExplanation {
  return {
    id: 'failures',
    title: 'What did not work',
    verdict: 'thin',
    read: 'thin',
    signals: {
      verdict: 'thin',
      points: 1.895,
      thinFrom: 0.9,
      presentFrom: 2,
      presentNeeds: ['names-a-dropped-attempt', 'explains-a-limit'],
      presentHas: ['names-a-dropped-attempt'],
      blocks: [
        {
          startLine: 12,
          endLine: 13,
          quote: 'We tried  BM25 first.',
          points: 1.5,
          counts: 1.5,
          share: 1,
          signals: [
            { name: 'names-a-dropped-attempt', worth: 2 },
            { name: 'plans-future-work', worth: -0.5 },
          ],
        },
        { startLine: 20, endLine: 20, quote: 'x', points: 0.79, counts: 0.395, share: 0.5, signals: [] },
      ],
      blockCount: 3,
    },
    ...given,
  };
}

function score(contributions: readonly Contribution[] = []): ScoreExplanation {
  return { score: 1.25, bias: -4, contributions };
}

function model(
  contributions: readonly Contribution[] = [],
  quote = 'We tried BM25 first.',
): ModelExplanation {
  return {
    thresholds: { missingBelow: 0.4, thinFrom: 0.55, presentFrom: 0.5 },
    thin: {
      probability: 0.5499,
      logOdds: 0.2,
      bias: -1,
      inputs: [
        { name: 'best-thin', value: 2, weight: 0.6 },
        { name: 'signals-thin', value: 1, weight: 0 },
        { name: 'signals-present', value: 0, weight: 9 },
      ],
      capped: false,
    },
    present: { probability: 0.5499, logOdds: 0.4, bias: 0.4, inputs: [], capped: true },
    level: 'thin',
    passages: [{ startLine: 12, endLine: 13, quote, thin: score(contributions), present: score() }],
    passageCount: 9,
  };
}

const linesOf = (...criteria: readonly CriterionExplanation[]) =>
  renderExplanation({ projectType: 'ml-pipeline', criteria }, PLAIN).split('\n');

test('signals alone: points, what present needs, and the blocks with what gave them', () => {
  expect(linesOf(criterion())).toEqual([
    'How the verdicts came about',
    '',
    '  ◐ What did not work: thin',
    '    The signals decide alone: 1.89 points (thin from 0.9, present from 2), with',
    '      what present needs: names a dropped attempt',
    '    lines 12–13: 1.5 points',
    '      “We tried BM25 first.”',
    '      +2.00 names a dropped attempt, −0.50 plans future work',
    '    line 20: 0.79 points, of which 0.39 count',
    '      “x”',
    '      all × 0.5 in this place',
    '    1 further block with fewer points',
    '',
  ]);
});

test('the model: two probabilities, and a passage with what speaks for and against it', () => {
  const contributions: readonly Contribution[] = [
    { kind: 'feature', name: 'signal:names-a-dropped-attempt', amount: 2 },
    { kind: 'feature', name: 'cue:dropped', amount: -1.5, said: 'gave up' },
    { kind: 'heading-word', name: 'Attempts', amount: 1 },
    ...['a', 'b', 'c', 'd'].map(name => ({ kind: 'word', name, amount: 0.5 }) as const),
    { kind: 'word', name: 'BM25', amount: 0.25 },
    { kind: 'numbers', name: '12, 40', amount: 0.125 },
  ];
  const { signals } = criterion();
  const lines = linesOf(
    criterion({
      verdict: 'not-assessed',
      read: 'not-assessed',
      signals: { ...signals, presentHas: [], blocks: [], blockCount: 0 },
      model: model(contributions),
    }),
  );
  expect(lines.slice(2)).toEqual([
    '  – What did not work: not assessed',
    '    There at all: 54.9 % (missing below 40 %, thin from 55 %; in between nobody',
    '    can tell)',
    '      −1.00 to begin with, +1.20 best passage, there at all (2 × 0.6), +0.00 the',
    '      signals call it thin or present, together +0.20',
    '    Enough: 54.9 % (present from 50 %)',
    '      +0.40 to begin with, together +0.40; lowered to the percentage above',
    '    What weighs most for there at all (1 of 9 passages):',
    '    lines 12–13: there at all +1.25, enough +1.25',
    '      “We tried BM25 first.”',
    '      −4.00 to begin with',
    '      for     +2.00 it names a dropped attempt, +1.00 “Attempts” in a heading,',
    '              +0.50 “a”, +0.50 “b”, +0.50 “c”, +0.50 “d”, +0.38 in 2 more',
    '      against −1.50 a cue for dropped (“gave up”)',
    '    The signals by themselves say thin: 1.89 points (thin from 0.9, present from',
    '      2), without what present needs, which is one of: names a dropped attempt;',
    '      explains a limit',
    '',
  ]);
});

test('says that known data holds a verdict back', () => {
  const text = linesOf(criterion({ read: 'present' }))
    .join(' ')
    .replaceAll(/\s+/g, ' ');
  expect(text).toContain('thin (read as present, and held at thin because the data looks like one that');
});

test('says where nothing was judged, and that a review is silent on another kind of project', () => {
  expect(renderExplanation(null, PLAIN)).toContain('Nothing was judged');
  const other = renderExplanation({ projectType: 'other', criteria: [criterion()] }, PLAIN);
  expect(other).toContain('A review tells none of this');
});

test('stays short however much there is', () => {
  const contributions = Array.from({ length: 3000 }, (_, index): Contribution => {
    return { kind: 'word', name: 'word'.repeat(500), amount: index % 2 === 0 ? 1 : -1 };
  });
  const lines = linesOf(criterion({ model: model(contributions, 'word '.repeat(5000)) }));
  expect(lines.length).toBeLessThan(50);
  expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(80);
});

test('no README reaches the terminal as a control character', () => {
  fc.assert(
    fc.property(hostileText, text => {
      const contributions = (['word', 'heading-word', 'numbers', 'feature'] as const).map(
        (kind): Contribution => ({ kind, name: text, amount: 1, said: text }),
      );
      const { signals } = criterion();
      const blocks = signals.blocks.map(block => ({ ...block, quote: text }));
      const shown = linesOf(
        criterion({ title: text, signals: { ...signals, blocks }, model: model(contributions, text) }),
      ).join('');
      expect(shown).not.toMatch(UNSEEN);
    }),
    { numRuns: 200 },
  );
});

test('every feature of the model has words', () => {
  const { names } = readBuiltinModel().encoded;
  expect(names.filter(name => featureWords(name) === name)).toEqual([]);
});

test('the legend speaks of every kind of number', () => {
  const legend = renderLegend(PLAIN);
  for (const about of ['Percentages:', 'Passages:', 'Words in “quotes”', 'Points:'])
    expect(legend).toContain(about);
});

describe('numbers', () => {
  test('never look as if they had reached a threshold', () => {
    expect([0.5499999, 0.55, 0.57, 1].map(percent)).toEqual(['54.9 %', '55 %', '57 %', '100 %']);
    expect([0.8999, 0.9, 3 * 0.3, 2].map(points)).toEqual(['0.89', '0.9', '0.9', '2']);
  });

  test('that are added carry their sign', () => {
    expect([1.2, -0.4, 0, -0.001].map(signed)).toEqual(['+1.20', '−0.40', '+0.00', '+0.00']);
  });
});
