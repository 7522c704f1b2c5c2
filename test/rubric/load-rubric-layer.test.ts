import { describe, expect, test } from '@jest/globals';
import { loadRubricLayer } from '../../src/rubric/load-rubric-layer.ts';
import type { Rubric } from '../../src/rubric/rubric.ts';
import { baseRubric } from '../review/base-rubric.ts';

const base = baseRubric(['en']);

const LAYER = `id: course
version: 1.0.0
extends: base
criteria:
  - id: ethics
    title: Ethics
    question: Who could be harmed?
    whyItMatters: Because.
    headings: { en: [ethics] }
    words: { en: [harm*, consent] }
    signals:
      uses-its-words: 1
      gives-a-figure: { anywhere: 0.5, inSection: 1 }
      is-code: 0
    presentNeeds: [gives-a-figure]
    lookedFor: [who could be harmed]
    wording: { missing: Nothing yet., thin: A little. }
    questions: { missing: [Who?], thin: [How much?] }
    nextStep: { missing: Say who., thin: Say how much. }
    examples: { weak: No., strong: Yes. }
questions:
  outcome:
    missing: [What would your course accept?]
`;

function load(text: string): Rubric {
  const loaded = loadRubricLayer(text, 'my.yml', [base]);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.rubric;
}

function problemsOf(text: string): string[] {
  const loaded = loadRubricLayer(text, 'my.yml', [base]);
  if (loaded.ok) return [];
  return loaded.problems.map(
    ({ file, line, column, message, expected }) => `${file}:${line}:${column} ${message} [${expected}]`,
  );
}

describe('a layer', () => {
  const rubric = load(LAYER);
  const ethics = rubric.criteria.at(-1);

  test('adds its criteria after those below, and takes nothing away', () => {
    expect(rubric).toMatchObject({ id: 'course', version: '1.0.0', added: ['ethics'] });
    expect(rubric.criteria.map(({ id }) => id)).toEqual([...base.criteria.map(({ id }) => id), 'ethics']);
    expect(rubric.projectTypes).toBe(base.projectTypes);
    expect(rubric.lexicons).toBe(base.lexicons);
  });

  test('counts in no title unless it says so', () => {
    expect(ethics?.counted).toBe(false);
    const counted = load(LAYER.replace('    title: Ethics\n', '    title: Ethics\n    counted: true\n'));
    expect(counted.criteria.at(-1)?.counted).toBe(true);
  });

  test('gives points in its own place, and against what tells nothing of a project', () => {
    expect(ethics?.signals).toMatchObject({
      'uses-its-words': { anywhere: 0, inSection: 1 },
      'gives-a-figure': { anywhere: 0.5, inSection: 1 },
      'is-code': { anywhere: 0, inSection: 0 },
      'is-boilerplate': { inSection: -3 },
    });
    expect(ethics?.elsewhere).toMatchObject({ future: 0, terms: 0 });
  });

  test('asks its questions before those that fit any project, and after those with the repository’s words', () => {
    const questions = rubric.criteria.find(({ id }) => id === 'outcome')?.questions.missing;
    expect(questions?.map(({ ask }) => ask)).toEqual([
      expect.stringContaining('{metric}'),
      expect.stringContaining('{listed}'),
      'What would your course accept?',
      expect.stringContaining('How would you know'),
    ]);
  });

  test('has a digest of what it says and of what it stands on', () => {
    expect(rubric.digest).not.toBe(base.digest);
    expect(load(`# mine\n${LAYER}`).digest).toBe(rubric.digest);
    expect(load(LAYER.replace('A little.', 'Little.')).digest).not.toBe(rubric.digest);
    const other = loadRubricLayer(LAYER, 'my.yml', [{ ...base, digest: 'another' }]);
    expect(other.ok && other.rubric.digest).not.toBe(rubric.digest);
  });

  test('may stand on another layer', () => {
    const second = LAYER.replace('id: course', 'id: cohort')
      .replace('extends: base', 'extends: course')
      .replace('id: ethics', 'id: privacy');
    const loaded = loadRubricLayer(second, 'second.yml', [base, rubric]);
    expect(loaded.ok && loaded.rubric.added).toEqual(['ethics', 'privacy']);
    expect(loaded.ok && loaded.own).toEqual(['privacy']);
  });
});

describe('a mistake is told with its place', () => {
  test.each([
    [
      'a criterion that is there already',
      'id: ethics',
      'id: outcome',
      'my.yml:5:9 `outcome` is already a criterion of the rubric `base`. [an id that no other criterion has]',
    ],
    [
      'an unknown rubric below',
      'extends: base',
      'extends: bas',
      'my.yml:3:10 There is no rubric `bas`: did you mean `base`? [one of base]',
    ],
    [
      'a question for no criterion',
      '  outcome:\n',
      '  outcomes:\n',
      'my.yml:22:3 The rubric `base` has no criterion `outcomes`: did you mean `outcome`? [one of problem, approach, decisions, failures, outcome, learned]',
    ],
    [
      'an unknown key that is optional',
      '    words:',
      '    word:',
      'my.yml:10:5 Unknown key `word`: did you mean `words`?',
    ],
    [
      'an unknown key inside',
      '  outcome:\n    missing:',
      '  outcome:\n    mising:',
      'my.yml:23:5 Unknown key `mising`: did you mean `missing`? [one of missing, thin]',
    ],
    ['nothing below', 'extends: base\n', '', 'my.yml:1:1 `extends` is missing. [a string]'],
    [
      'words as proof',
      'presentNeeds: [gives-a-figure]',
      'presentNeeds: [uses-its-words]',
      'my.yml:15:20 Item 1 of `presentNeeds` has an unknown value.',
    ],
  ])('%s', (_case, from, to, expected) => {
    expect(problemsOf(LAYER.replace(from, to))[0]).toContain(expected);
  });

  test('two criteria of one name', () => {
    const [head = '', criterion = '', tail = ''] = LAYER.split(
      /(?= {2}- id: ethics)|(?=questions:\n {2}outcome)/,
    );
    expect(problemsOf(head + criterion + criterion + tail)).toEqual([
      expect.stringContaining('my.yml:21:9 `ethics` is already a criterion of this file.'),
    ]);
  });
});
