import { describe, expect, test } from '@jest/globals';
import { askAbout, fillSlots } from '../../src/review/feedback/ask.ts';
import { quoteOf } from '../../src/review/feedback/quote.ts';
import type { Slots } from '../../src/review/feedback/slots/slots.ts';
import { toolsNear } from '../../src/review/tools-near.ts';
import { criterionOf, judgeText } from './read.ts';

const NOTHING: Slots = {
  title: null,
  tool: null,
  tools: null,
  rivals: null,
  job: null,
  manifest: null,
  metric: null,
  future: null,
  shortfall: null,
};

describe('the question that is asked', () => {
  const questions = [
    { when: 'shows-a-screenshot', ask: 'How well does it do?' },
    { when: null, ask: 'You name {metric}. Which value?' },
    { when: null, ask: 'What did you measure?' },
  ] as const;

  test('needs its signal and its slots', () => {
    const ask = askAbout({ ...NOTHING, metric: 'F1' });
    expect(ask(questions, { signals: ['shows-a-screenshot'] })).toBe('How well does it do?');
    expect(ask(questions, { signals: [] })).toBe('You name F1. Which value?');
    expect(askAbout(NOTHING)(questions, { signals: [] })).toBe('What did you measure?');
    expect(askAbout(NOTHING)(questions.slice(0, 2), { signals: [] })).toBeNull();
  });

  test('draws on no word twice', () => {
    const ask = askAbout({ ...NOTHING, metric: 'F1' });
    ask(questions, { signals: [] });
    expect(ask(questions, { signals: [] })).toBe('What did you measure?');
  });

  test('asks its signal of the sentence it quotes', () => {
    const quoting = [{ when: 'gives-a-figure', ask: '“{quote}”. On what?' }] as const;
    const telling = { quote: 'It is fast', signals: [], place: { startLine: 1, endLine: 1 } };
    expect(askAbout(NOTHING)(quoting, { signals: ['gives-a-figure'], telling })).toBeNull();
    const measured = { ...telling, signals: ['gives-a-figure'] as const };
    expect(askAbout(NOTHING)(quoting, { signals: [], telling: measured })).toBe('“It is fast”. On what?');
  });

  test('takes a README’s words as they are, slots and dollar signs in them included', () => {
    expect(fillSlots('“{quote}”?', { quote: 'costs $& and {tool}' })).toBe('“costs $& and {tool}”?');
    expect(fillSlots('{constructor}', {})).toBeNull();
  });
});

describe('a quote', () => {
  test.each([
    ['The model is slow on long texts.', 'The model is slow on long texts'],
    ['- [ ] ✅ Faster search over all leaflets', 'Faster search over all leaflets'],
    ['Warning The workflow does not run on Windows.', 'The workflow does not run on Windows'],
    ['They call it "a good enough" answer here.', 'They call it ‘a good enough’ answer here'],
    ['Too short', null],
    ['The solution contains the following five parts:', null],
    ['`tests/graph/one.py` and `tests/graph/two.py` test it', null],
    [
      `It is slow on long texts because each of their parts is embedded anew, ${'very '.repeat(40)}long.`,
      'It is slow on long texts because each of their parts is embedded anew …',
    ],
  ])('of %j is %j', (sentence, expected) => {
    expect(quoteOf(sentence)).toBe(expected);
  });
});

describe('the tools a README is about', () => {
  const tool = (manifest: string) => ({ name: 'x', manifest, line: 1 });
  const facts = (...manifests: string[]) => ({
    name: 'a/b',
    paths: [],
    pathsTruncated: false,
    projects: [],
    tools: manifests.map(tool),
  });

  test.each([
    ['README.md', ['requirements.txt', 'web/package.json'], ['requirements.txt']],
    ['README.md', ['web/package.json'], ['web/package.json']],
    ['.github/README.md', ['Pipfile', 'web/package.json'], ['Pipfile']],
    ['one/README.md', ['one/app/setup.py', 'two/setup.py'], ['one/app/setup.py']],
    ['one/README.md', ['two/setup.py'], []],
    ['one/README.md', ['setup.py', 'two/setup.py'], ['setup.py']],
    ['README.md', ['app/setup.py', 'runs/4f/model/requirements.txt'], ['app/setup.py']],
  ])('%s among %j', (readmePath, manifests, expected) => {
    expect(toolsNear(facts(...manifests), readmePath).map(({ manifest }) => manifest)).toEqual(expected);
  });
});

test('a metric without a value is asked about in the author’s own spelling', () => {
  const report = judgeText('# Bus regression model\n\nThe model is compared by RMSE.\n', {
    declaredType: 'ml-pipeline',
  });
  expect(criterionOf(report, 'outcome').findings[0]?.question).toBe(
    'You name RMSE. What value did it reach, on which data, and compared with what?',
  );
});

describe('questions on tools', () => {
  const questionOn = (id: string, text: string, requirements: string) =>
    criterionOf(
      judgeText(`# Bus regression model\n\n${text}\n`, { declaredType: 'ml-pipeline', requirements }),
      id,
    ).findings[0]?.question;

  test.each([
    [
      'rivals are asked about once',
      'decisions',
      'Predicts arrivals.',
      'xgboost\nlightgbm',
      '`xgboost` and `lightgbm`',
    ],
    [
      'what everybody has is not',
      'decisions',
      'Predicts arrivals.',
      'numpy\npandas\nmatplotlib',
      'Which choice would you defend',
    ],
    [
      'a tool of the README is, as it is written there',
      'decisions',
      'Predicts arrivals with XGBoost.',
      '',
      'You use XGBoost.',
    ],
    [
      'what has its reason is not',
      'approach',
      'I took XGBoost rather than a network since the table is small.',
      'xgboost\nstreamlit\nmlflow',
      '`mlflow` and `streamlit`',
    ],
  ])('%s', (_case, id, text, requirements, expected) => {
    expect(questionOn(id, text, requirements)).toContain(expected);
  });
});

test('a plan that may hide a failure is asked about before one that adds', () => {
  const report = judgeText(
    '# Bus regression model\n\nPredicts arrivals.\n\n## Roadmap\n\n- Use weather data\n- Improve the accuracy on rainy days\n',
  );
  expect(criterionOf(report, 'failures').findings[0]?.question).toBe(
    '“Improve the accuracy on rainy days” stands among your plans. What goes wrong there today, and what did you try already?',
  );
});

test('praise quotes the failure', () => {
  const report = judgeText(
    '# Bus regression model\n\nPredicts arrivals.\n\n## What did not work\n\nThe buses are late. I tried an LSTM first and dropped it, because it was worse than the mean.\n',
  );
  const [praise] = criterionOf(report, 'failures').findings;
  expect(praise?.text).toContain(
    '“I tried an LSTM first and dropped it, because it was worse than the mean”',
  );
});

test('names alone under a heading are missing, and one of them is asked about', () => {
  const report = judgeText(
    '# Bus regression model\n\nPredicts arrivals.\n\n## Limitations\n\n- Small dataset\n',
  );
  expect(criterionOf(report, 'failures')).toMatchObject({
    verdict: 'missing',
    findings: [{ question: 'You list “Small dataset”. What causes that, and what did you try about it?' }],
  });
});

test('a doubt shows the lines that come nearest', () => {
  const report = judgeText(
    '# Bus regression model\n\nPredicts arrivals.\n\n## License\n\nThe error was 4.1 minutes on the test weeks.\n',
    { declaredType: 'ml-pipeline' },
  );
  expect(criterionOf(report, 'outcome')).toMatchObject({
    verdict: 'not-assessed',
    evidence: [],
    findings: [{ code: 'outcome-doubt', place: { startLine: 7, endLine: 7 } }],
  });
});
