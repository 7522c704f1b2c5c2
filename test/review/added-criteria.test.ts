import { describe, expect, test } from '@jest/globals';
import { readBuiltinRubrics } from '../../src/engine/builtin-rubric.ts';
import { readFacts } from '../../src/facts/read-facts.ts';
import { readOutline } from '../../src/readme/read-outline.ts';
import type { Report } from '../../src/review/report.ts';
import { review } from '../../src/review/review.ts';
import { loadRubricLayer } from '../../src/rubric/load-rubric-layer.ts';
import type { Rubrics } from '../../src/rubric/rubrics.ts';
import { criterionOf, judgeText, verdictsOf } from './read.ts';
import { BARE, THOROUGH, UNRELATED } from './readmes.ts';

const shipped = readBuiltinRubrics();

function judge(text: string, declaredType?: string, rubrics: Rubrics = shipped): Report {
  return review({
    outline: readOutline(text),
    facts: readFacts({ name: 'ada/x', paths: ['README.md'], pathsTruncated: false, manifests: [] }),
    rubrics,
    readme: { path: 'README.md', sha: 'b'.repeat(40) },
    engineVersion: '0.0.0',
    ...(declaredType === undefined ? {} : { declaredType }),
  });
}

const section = (heading: string, text: string) => `# Gauges\n\nA model.\n\n## ${heading}\n\n${text}\n`;

describe('the rubric of a type', () => {
  test('is named in the report and judges after the base', () => {
    const report = judge(THOROUGH);
    expect(report.projectType.id).toBe('ml-pipeline');
    expect(report.rubric.id).toBe('ml-pipeline');
    expect(report.criteria.map(({ id, counted }) => [id, counted]).slice(5)).toEqual([
      ['learned', false],
      ['metric-choice', false],
      ['validation', false],
      ['dataset', false],
      ['deployment', false],
    ]);
  });

  test('follows the type that is declared', () => {
    expect(judge(THOROUGH, 'llm-application').rubric.id).toBe('llm-application');
  });

  test.each(['other', 'portfolio-index', 'never heard of'])('%s has none: the base judges', type => {
    const { rubric, criteria } = judge(UNRELATED, type);
    expect(rubric).toMatchObject({ id: 'base', digest: shipped.base.digest });
    expect(criteria).toHaveLength(6);
  });

  test.each([THOROUGH, BARE, UNRELATED])('changes no verdict, line or step of the base', text => {
    for (const { id } of shipped.types) {
      const alone = judgeText(text, { declaredType: id });
      const together = judge(text, id);
      expect(together.criteria.slice(0, 6).map(({ verdict, evidence }) => ({ verdict, evidence }))).toEqual(
        alone.criteria.map(({ verdict, evidence }) => ({ verdict, evidence })),
      );
      expect(together.nextSteps).toEqual(alone.nextSteps);
    }
  });

  test('earns nothing with its own examples', () => {
    for (const { id, criteria, added } of shipped.types) {
      const own = criteria.filter(criterion => added.includes(criterion.id));
      const copied = own.map(({ examples }) => `## Notes\n\n${examples.strong}\n`).join('\n');
      const verdicts = verdictsOf(judge(`# Mine\n\n${copied}`, id));
      for (const criterion of own)
        expect([criterion.id, verdicts[criterion.id]]).toEqual([criterion.id, 'missing']);
    }
  });
});

describe('data that everyone has seen', () => {
  const TEXT = 'The dataset has 70,000 rows and comes from a public archive; we took it because it is small.';

  test('is never praised as told', () => {
    const report = judge(section('Dataset', `MNIST. ${TEXT}`), 'ml-pipeline');
    expect(report.flags.toyDataset).toBe(true);
    const { verdict, findings } = criterionOf(report, 'dataset');
    expect(verdict).toBe('thin');
    expect(findings).toMatchObject([
      { code: 'dataset-toy-dataset', question: expect.stringContaining('care') },
    ]);
  });

  test('and any other is judged by what is said of it', () => {
    expect(criterionOf(judge(section('Dataset', TEXT), 'ml-pipeline'), 'dataset').verdict).toBe('present');
  });
});

describe('a mentor’s own criterion, without training or code', () => {
  const layer = `id: ml-pipeline
version: 1.0.0
extends: base
criteria:
  - id: fairness
    title: Fairness
    question: For whom does it work worse?
    whyItMatters: A mean hides people.
    headings: { en: [fairness, fairness check, results by group] }
    words: { en: [by group, per group, bias against, fairness], de: [je gruppe] }
    signals: { uses-its-words: 1, gives-a-figure: 1.2 }
    presentNeeds: [gives-a-figure]
    lookedFor: [a figure for each group]
    wording: { missing: Nothing yet on groups., thin: Groups are named. }
    questions: { missing: [Which groups?], thin: [How much?] }
    nextStep: { missing: Name a group., thin: Add a figure. }
    examples: { weak: Fairness matters., strong: Recall per group is 0.81 and 0.64. }
`;
  const loaded = loadRubricLayer(layer, 'mine.yml', [shipped.base]);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const mine: Rubrics = { base: shipped.base, types: [loaded.rubric] };
  const fairness = (text: string) => criterionOf(judge(text, 'ml-pipeline', mine), 'fairness');

  test.each([
    [
      'its words with what it needs',
      section('Notes', 'Recall per group is between 0.91 and 0.83.'),
      'present',
    ],
    ['its words alone', section('Notes', 'One should look at the recall per group some day soon.'), 'thin'],
    ['a figure on something else', section('Notes', 'Recall is 0.91 on the test set.'), 'missing'],
    ['its heading with a figure', section('Fairness check', 'Women 0.91, men 0.83.'), 'thin'],
    ['its words in a plan', section('Roadmap', 'Recall per group, at least 0.9.'), 'missing'],
    ['its words in code', section('Notes', '```\nrecall per group 0.91\n```'), 'missing'],
  ])('sees %s', (_case, text, verdict) => {
    expect(fairness(text).verdict).toBe(verdict);
  });

  test('shares a heading with the base and does not take it away', () => {
    const text = section('Results by group', 'Women 0.91, men 0.83.');
    const report = judge(text, 'ml-pipeline', mine);
    expect(criterionOf(report, 'outcome')).toEqual(
      criterionOf(judgeText(text, { declaredType: 'ml-pipeline' }), 'outcome'),
    );
    expect(criterionOf(report, 'fairness').evidence).toMatchObject([{ startLine: 7 }]);
  });

  test('leaves a section in its zone', () => {
    const text = '# Gauges\n\n## Roadmap\n\n### Fairness check\n\nWe tried groups, and that failed.\n';
    const failures = (report: Report) => criterionOf(report, 'failures').evidence;
    expect(failures(judge(text, 'ml-pipeline', mine))).toEqual(
      failures(judgeText(text, { declaredType: 'ml-pipeline' })),
    );
  });

  test('is asked about where it is missing, and is no next step', () => {
    const report = judge(BARE, 'ml-pipeline', mine);
    expect(criterionOf(report, 'fairness').findings).toMatchObject([
      { kind: 'informative', question: 'Which groups?', lookedFor: ['a figure for each group'] },
    ]);
    expect(report.nextSteps.map(({ criterion }) => criterion)).not.toContain('fairness');
  });
});
