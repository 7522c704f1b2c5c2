import { describe, expect, test } from '@jest/globals';
import { ask, fillSlots } from '../../src/review/ask.ts';
import { quoteOf, type Slots } from '../../src/review/slots.ts';
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
  quote: null,
};

describe('the question that is asked', () => {
  const questions = [
    { when: 'shows-a-screenshot', ask: 'How well does it do?' },
    { when: null, ask: 'You name {metric}. Which value?' },
    { when: null, ask: 'What did you measure?' },
  ] as const;

  test('needs its signal and its slots', () => {
    expect(ask(questions, NOTHING, ['shows-a-screenshot'])).toBe('How well does it do?');
    expect(ask(questions, { ...NOTHING, metric: 'F1' }, [])).toBe('You name F1. Which value?');
    expect(ask(questions, NOTHING, [])).toBe('What did you measure?');
    expect(ask(questions.slice(0, 2), NOTHING, [])).toBeNull();
  });

  test('takes a README’s words as they are, slots and dollar signs in them included', () => {
    expect(fillSlots('“{quote}”?', { quote: 'costs $& and {tool}' })).toBe('“costs $& and {tool}”?');
    expect(fillSlots('{constructor}', {})).toBeNull();
  });
});

describe('a quote', () => {
  test.each([
    ['The model is slow on long texts. We know why.', 'The model is slow on long texts'],
    ['- [ ] ✅ Faster search over all leaflets\nmore', 'Faster search over all leaflets'],
    ['Too short', null],
    [`It is ${'very '.repeat(40)}long.`, null],
  ])('of %j is %j', (passage, expected) => {
    expect(quoteOf(passage)).toBe(expected);
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
    ['one/README.md', ['two/setup.py'], ['two/setup.py']],
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
