import { describe, expect, test } from '@jest/globals';
import { criterionOf, judgeText, verdictsOf } from './read.ts';
import { BARE, INDEX, SPANISH, THOROUGH, UNRELATED } from './readmes.ts';

describe('verdicts', () => {
  test('a README that tells its story has all of it present', () => {
    expect(verdictsOf(judgeText(THOROUGH))).toEqual({
      problem: 'present',
      approach: 'present',
      decisions: 'present',
      failures: 'present',
      outcome: 'present',
      learned: 'present',
    });
  });

  test('a README of commands has nothing', () => {
    expect(new Set(Object.values(verdictsOf(judgeText(BARE))))).toEqual(new Set(['missing']));
  });

  test('headings with nothing under them are nothing', () => {
    const empty = '# X\n\n## Problem\n\n## Approach\n\n## Decisions\n\n## What did not work\n\n## Results\n';
    expect(new Set(Object.values(verdictsOf(judgeText(empty))))).toEqual(new Set(['missing']));
  });

  test('an unfilled template is missing', () => {
    expect(verdictsOf(judgeText('# X\n\n## Problem\n\nTODO: describe the problem here.\n'))).toMatchObject({
      problem: 'missing',
    });
  });

  test.each([
    ['future work that names only features', '## Roadmap\n\n- Dark mode\n- Support for Welsh\n'],
    [
      'troubleshooting for users',
      '## Troubleshooting\n\nIf you get an error, make sure that Docker is running.\n',
    ],
    ['a disclaimer', '## Disclaimer\n\nThis is for educational purposes only and not financial advice.\n'],
  ])('%s is no failure', (_case, section) => {
    expect(criterionOf(judgeText(`# X\n\n${section}`), 'failures').verdict).toBe('missing');
  });

  test.each([
    ['a screenshot', '![the page](img/page.png)'],
    ['a live link', 'Try it on [the site](https://bus.streamlit.app).'],
    ['a vague claim', 'The model achieves high accuracy and performs well.'],
  ])('%s alone makes the outcome thin', (_case, text) => {
    expect(criterionOf(judgeText(`# X\n\n## Results\n\n${text}\n`), 'outcome').verdict).toBe('thin');
  });

  test('a folder tree alone makes the approach thin', () => {
    const tree = '# X\n\n## Structure\n\n```\n├── app\n│   └── main.py\n└── data\n```\n';
    expect(criterionOf(judgeText(tree), 'approach').verdict).toBe('thin');
  });
});

describe('findings', () => {
  const bare = judgeText(BARE, { declaredType: 'ml-pipeline', requirements: 'xgboost\nlightgbm\n' });

  test('what is missing says what was looked for, where it belongs, and asks one question', () => {
    const [finding] = criterionOf(bare, 'decisions').findings;
    expect(finding).toMatchObject({ kind: 'essential', code: 'decisions-missing' });
    expect(finding?.lookedFor?.length).toBeGreaterThan(0);
    expect(finding?.place).toEqual({ startLine: 1, endLine: 1 });
    expect(finding?.question).toBe(
      '`requirements.txt` lists `xgboost` and `lightgbm`. Which gradient boosting library does the final version use, and why that one?',
    );
  });

  test('a place is the heading that promises it, where there is one', () => {
    const report = judgeText(
      '# Bus regression model\n\nPredicts arrivals.\n\n## Results\n\nTBD\n\n## License\n\nMIT\n',
    );
    expect(criterionOf(report, 'outcome').findings[0]?.place).toEqual({ startLine: 5, endLine: 5 });
  });

  test('a plan is asked about where nothing tells what did not work', () => {
    const report = judgeText(
      '# Bus regression model\n\nPredicts arrivals.\n\n## Roadmap\n\n- Use weather data\n',
    );
    expect(criterionOf(report, 'failures').findings[0]?.question).toContain('“Use weather data”');
  });

  test('an honest account of failure is praised, once', () => {
    const { findings } = criterionOf(judgeText(THOROUGH), 'failures');
    expect(findings.map(({ kind }) => kind)).toEqual(['celebratory']);
  });

  test('what is thin quotes the line it is about', () => {
    const report = judgeText(
      '# Bus regression model\n\n## Results\n\nThe model achieves high accuracy on most of the stops.\n',
    );
    expect(criterionOf(report, 'outcome').findings[0]).toMatchObject({
      kind: 'actionable',
      place: { startLine: 5, endLine: 5 },
      question: expect.stringContaining('“The model achieves high accuracy on most of the stops”'),
    });
  });

  test('at most three next steps, the greatest gain first, none for what counts in no title', () => {
    expect(bare.nextSteps.map(({ criterion, gain }) => [criterion, gain])).toEqual([
      ['problem', 2],
      ['approach', 2],
      ['failures', 1.2],
    ]);
    expect(judgeText(THOROUGH).nextSteps).toEqual([]);
  });

  test('slots are never filled with what is not in the repository', () => {
    const questions = judgeText(BARE, { declaredType: 'ml-pipeline' }).criteria.flatMap(({ findings }) =>
      findings.map(({ question }) => question ?? ''),
    );
    expect(questions.length).toBeGreaterThan(0);
    for (const question of questions) expect(question).not.toMatch(/[{}]|null|undefined/);
  });
});

describe('the kind of project', () => {
  test('is detected with evidence', () => {
    const { projectType } = judgeText(THOROUGH, { requirements: 'xgboost==2\npandas\n' });
    expect(projectType.id).toBe('ml-pipeline');
    expect(projectType.evidence).toContainEqual({
      text: '`xgboost` in requirements.txt',
      path: 'requirements.txt',
    });
  });

  test('a declared type wins', () => {
    const { projectType } = judgeText(THOROUGH, { declaredType: 'ml-infrastructure' });
    expect(projectType).toEqual({ id: 'ml-infrastructure', declared: true, evidence: [] });
  });

  test('other gets one neutral note, no findings and no steps, and its verdicts all the same', () => {
    const report = judgeText(UNRELATED);
    expect(report.projectType.id).toBe('other');
    expect(report.notes.map(({ kind, code }) => [kind, code])).toEqual([['informative', 'type-other']]);
    expect(report.criteria.flatMap(({ findings }) => findings)).toEqual([]);
    expect(report.nextSteps).toEqual([]);
    expect(criterionOf(report, 'failures').verdict).toBe('missing');
  });

  test('an index of projects is judged by its entries', () => {
    const report = judgeText(INDEX);
    expect(report.projectType.id).toBe('portfolio-index');
    expect(report.notes.map(({ code, text }) => [code, text])).toEqual([
      ['portfolio-problem', 'Entries that say what the project is for: 1 of 2. Not yet: “Leaf Doctor”.'],
      ['portfolio-outcome', 'Entries that say what came of the project: 1 of 2. Not yet: “Leaf Doctor”.'],
    ]);
  });

  test('a tool that speaks about portfolios and projects, and links none, is no index', () => {
    const text = '# Reader\n\nIt reads portfolio projects: a portfolio is a collection of projects.\n';
    expect(judgeText(text).projectType.id).toBe('other');
    const linked = `${text}\nShowcase: [tides](tides/), [leaves](leaves/).\n`;
    expect(judgeText(linked).projectType.id).toBe('portfolio-index');
  });

  test('an index without links is told so', () => {
    const report = judgeText('# Projects\n\nA text.\n', { declaredType: 'portfolio-index' });
    expect(report.notes.map(({ code }) => code)).toEqual(['portfolio-no-links']);
  });

  test.each([
    ['# Titanic survival\n\nPredicts survival.\n', { toyDataset: true, template: false }],
    ['# Bus\n\nUnlike MNIST, these photos are dark.\n', { toyDataset: false, template: false }],
    [
      '# App\n\nThis project was bootstrapped with Create React App.\n',
      { toyDataset: false, template: true },
    ],
  ])('flags of %j', (text, flags) => {
    expect(judgeText(text).flags).toEqual(flags);
  });
});

describe('a language without a lexicon', () => {
  test('is not assessed by rule, and says so kindly', () => {
    const report = judgeText(SPANISH);
    expect(report.readme.language).toBe('es');
    expect(new Set(Object.values(verdictsOf(report)))).toEqual(new Set(['not-assessed']));
    expect(report.notes.map(({ code }) => code)).toEqual(['language-without-lexicon']);
    expect(report.nextSteps).toEqual([]);
  });

  test('too little prose to tell is read as English', () => {
    expect(verdictsOf(judgeText('# X\n'))).toMatchObject({ problem: 'missing' });
  });
});
