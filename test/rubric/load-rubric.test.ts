import { describe, expect, test } from '@jest/globals';
import { loadRubric } from '../../src/rubric/load-rubric.ts';
import { CUE_NAMES, ZONE_NAMES } from '../../src/rubric/names.ts';

const LEXICON = [
  'language: en',
  'cues:',
  ...CUE_NAMES.map(name => `  ${name}: []`),
  'zones:',
  ...ZONE_NAMES.map(name => `  ${name}: []`),
].join('\n');

const RUBRIC = `id: small
version: 1.0.0
criteria:
  - id: tests
    title: Tests
    counted: true
    weight: 1
    question: How is it tested?
    whyItMatters: Because.
    headings:
      en: [tests, how it is tested]
    signals:
      says-something: { anywhere: 0, inSection: 2 }
      is-code: -1
    presentNeeds: [says-something]
    carry: 0.5
    near: {}
    elsewhere: { setup: 0 }
    lookedFor: [a test]
    wording: { missing: No test., thin: Few tests. }
    questions: { missing: [Which test?], thin: [{ when: is-code, ask: What else? }, Why?] }
    nextStep: { missing: Test it., thin: Test more. }
    placeAfter: []
    examples: { weak: No., strong: Every answer is compared with one that a person wrote. }
projectTypes: []
toolGroups: []
toyDatasets: []
otherType: { text: Other., question: Which? }
portfolio:
  noLinks: { text: None., question: Where? }
  problem: { text: Some., question: Who? }
  outcome: { text: Some., question: What? }
`;

function load(rubric: string, lexicon = LEXICON) {
  return loadRubric(rubric, 'my.yml', [{ text: lexicon, fileName: 'en.yml' }]);
}

function problemsOf(rubric: string, lexicon = LEXICON): string[] {
  const loaded = load(rubric, lexicon);
  if (loaded.ok) return [];
  return loaded.problems.map(
    ({ file, line, column, path, message, expected }) =>
      `${file}:${line}:${column} ${path} ${message} [${expected}]`,
  );
}

describe('a rubric that fits', () => {
  test('is loaded with its lexicons and a digest', () => {
    const loaded = load(RUBRIC);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    expect(loaded.rubric.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(loaded.rubric.lexicons.map(({ language }) => language)).toEqual(['en']);
    expect(loaded.rubric.criteria[0]?.signals['is-code']).toEqual({ anywhere: -1, inSection: -1 });
    expect(loaded.rubric.criteria[0]?.questions.thin).toEqual([
      { when: 'is-code', ask: 'What else?' },
      { when: null, ask: 'Why?' },
    ]);
  });

  test('has a digest of its content: order and comments do not change it, words and lexicons do', () => {
    const digest = (rubric: string, lexicon = LEXICON) => {
      const loaded = load(rubric, lexicon);
      return loaded.ok ? loaded.rubric.digest : 'broken';
    };
    const reordered = RUBRIC.replace('id: small\nversion: 1.0.0\n', '# hello\nversion: 1.0.0\nid: small\n');
    expect(digest(reordered)).toBe(digest(RUBRIC));
    expect(digest(RUBRIC.replace('Few tests.', 'Some tests.'))).not.toBe(digest(RUBRIC));
    expect(digest(RUBRIC, LEXICON.replace('  pain: []', '  pain: [costly]'))).not.toBe(digest(RUBRIC));
  });

  test('may hold several phrases in a line of a lexicon', () => {
    const loaded = load(RUBRIC, LEXICON.replace('  pain: []', '  pain: ["hard to, slow*", too … late]'));
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    expect(loaded.rubric.lexicons[0]?.cues.pain).toEqual(['hard to', 'slow*', 'too … late']);
  });
});

describe('a mistake is told with file, line, column and what was expected', () => {
  test('an unknown key, with what was meant', () => {
    expect(problemsOf(RUBRIC.replace('    headings:', '    heading:'))).toContainEqual(
      expect.stringMatching(
        /^my\.yml:10:5 criteria\.0\.heading Unknown key `heading`: did you mean `headings`\?/,
      ),
    );
  });

  test('an unknown signal, with what was meant', () => {
    expect(problemsOf(RUBRIC.replace('      is-code: -1', '      is-cod: -1'))).toEqual([
      expect.stringMatching(
        /^my\.yml:14:7 criteria\.0\.signals\.is-cod Unknown key `is-cod`: did you mean `is-code`\? \[one of says-something, /,
      ),
    ]);
  });

  test('a key that nobody could mean', () => {
    expect(problemsOf(`${RUBRIC}zebra: 1\n`)).toEqual([
      expect.stringMatching(/^my\.yml:33:1 zebra Unknown key `zebra`\. \[one of id, version, criteria/),
    ]);
  });

  test.each([
    [
      'a missing value, at the thing that lacks it',
      '    question: How is it tested?\n',
      '',
      'my.yml:4:5 criteria.0.question `question` is missing. [a string]',
    ],
    [
      'a wrong type',
      'weight: 1',
      'weight: heavy',
      'my.yml:7:13 criteria.0.weight `weight` does not fit. [a number]',
    ],
    [
      'a number out of range',
      'carry: 0.5',
      'carry: 1.5',
      'my.yml:16:12 criteria.0.carry `carry` does not fit. [at most 1]',
    ],
    [
      'points of half a form',
      'is-code: -1',
      'is-code: { anywhere: 1 }',
      'my.yml:14:16 criteria.0.signals.is-code.inSection `inSection` is missing. [a number]',
    ],
    [
      'a version that is none',
      'version: 1.0.0',
      'version: one',
      'my.yml:2:10 version `version` does not fit. [a version such as `1.0.0`]',
    ],
    [
      'an unknown name in a list',
      'presentNeeds: [says-something]',
      'presentNeeds: [says]',
      'my.yml:15:20 criteria.0.presentNeeds.0 Item 1 of `presentNeeds` has an unknown value.',
    ],
    ['YAML that does not parse', 'headings:\n', 'headings: [\n', 'my.yml:12:5'],
  ])('%s', (_case, from, to, expected) => {
    expect(problemsOf(RUBRIC.replace(from, to))[0]).toContain(expected);
  });

  test('in a lexicon, beside those of the rubric', () => {
    const problems = problemsOf(
      RUBRIC.replace('carry: 0.5', 'carry: 2'),
      LEXICON.replace('  pain: []', '  pain: ["… late"]'),
    );
    expect(problems).toEqual([
      expect.stringContaining('my.yml:16:12'),
      expect.stringMatching(
        /^en\.yml:4:10 cues\.pain\.0\.0 Item 1 of `pain` does not fit\. \[a phrase begins with a word\]/,
      ),
    ]);
  });

  test('a lexicon without one of the lists', () => {
    expect(problemsOf(RUBRIC, LEXICON.replace('  pain: []\n', ''))).toEqual([
      expect.stringContaining('cues.pain `pain` is missing.'),
    ]);
  });

  test('an empty file, and aliases that would unfold to gigabytes', () => {
    expect(problemsOf('')).toHaveLength(1);
    const bomb = [
      'a: &a [x, x]',
      ...Array.from(
        { length: 40 },
        (_, i) => `b${i}: &b${i} [*${i === 0 ? 'a' : `b${i - 1}`}, *${i === 0 ? 'a' : `b${i - 1}`}]`,
      ),
    ].join('\n');
    expect(problemsOf(bomb)[0]).toContain('Too many aliases.');
  });
});
