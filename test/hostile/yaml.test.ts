/**
 * Settings and rubrics that somebody wrote to do harm: each is told at a line, in time, and nothing of it comes to be in
 * force or gets into what all objects share.
 */
import { afterEach, describe, expect, test } from '@jest/globals';
import { readBuiltinRubrics } from '../../src/engine/builtin-rubric.ts';
import { readBuiltinYardstick } from '../../src/engine/builtin-yardstick.ts';
import { judge } from '../../src/engine/judge.ts';
import { customise } from '../../src/rubric/customise.ts';
import { loadAnyRubric } from '../../src/rubric/load-any-rubric.ts';
import { isReviewedBranch } from '../../src/settings/branches.ts';
import { BUILTIN_SETTINGS } from '../../src/settings/builtin-settings.ts';
import { readSettings } from '../../src/settings/read-settings.ts';
import { MAX_SETTINGS_BYTES } from '../../src/settings/settings-file.ts';
import { requestFor } from '../engine/requests.ts';
import { processorTime } from './processor-time.ts';

const RUBRICS = readBuiltinRubrics();
const KNOWN = [RUBRICS.base, ...RUBRICS.types];
/** Names that every object answers to. */
const INBORN = Object.getOwnPropertyNames(Object.prototype);
const FULL = MAX_SETTINGS_BYTES;
/** The dearest of these takes a fifth of it. Milliseconds of processor time. */
const TIME_LIMIT = 4_000;

const full = (unit: string, head = '') => head + unit.repeat((FULL - head.length) / unit.length);
const counted = (each: (index: number) => string, count: number) =>
  Array.from({ length: count }, (_, index) => each(index)).join('');

/** Ten lists of ten aliases each: 10^10 words, if anybody wrote them out. */
const LAUGHS = counted(
  level =>
    `l${level}: &l${level} [${level === 0 ? 'ha' : Array.from({ length: 10 }, () => `*l${level - 1}`)}]\n`,
  10,
);

const HARMFUL: readonly (readonly [string, string])[] = [
  ['an alias bomb', LAUGHS],
  ['an alias bomb of keys', LAUGHS.replaceAll('[', '{ a: [').replaceAll(']', '] }')],
  ['an anchor that holds itself', 'accept: &a { failures: *a }'],
  ['a merge key', 'accept: &a { failures: No. }\n<<: { enforce: true }'],
  ['a merge key of an alias', 'accept: &a { failures: No. }\nrubric: { <<: *a }'],
  ['merge keys again and again', full('<<: {}\n')],
  ['aliases again and again', full(',*a', 'branches: [&a main')],
  ['a number without end', `enforce: ${'9'.repeat(22)}`],
  ['a number that is infinite', 'enforce: 1e999'],
  ['digits up to the limit', full('9', 'enforce: ')],
  ['a hexadecimal number up to the limit', full('f', 'enforce: 0x')],
  ['an octal number', 'enforce: 0o17'],
  ['what is no number', 'enforce: .nan'],
  ['a date', 'enforce: 2001-12-14t21:59:43.10-05:00'],
  ['a date for a type', 'projectType: 2001-12-14'],
  ['a tag of bytes', 'enforce: !!binary aGFybQ=='],
  ['a tag of code', 'enforce: !!js/function "function () {}"'],
  ['a tag of a prototype', '!<__proto__> enforce: true'],
  ['tags again and again', full('!!a ')],
  ['a key twice', 'enforce: true\nenforce: true'],
  ['a key written in two ways', 'enforce: true\n"enforce": true'],
  ['a key that reads the same', 'accept: { 1: No., "1": No. }'],
  ['a thousand keys', counted(index => `k${index}: 1\n`, 1_000)],
  ['brackets up to the limit', full('[')],
  ['braces up to the limit', full('{a: ')],
  ['dashes up to the limit', full('- ')],
  ['question marks up to the limit', full('? ')],
  ['quotes that never close', full('"a\n', 'accept: "')],
  ['a word up to the limit', full('a', 'projectType: ')],
  ['a key up to the limit', full('k')],
  ['a folded text up to the limit', full('  a\n', 'projectType: >\n')],
  ['half of a character', 'projectType: "\ud800"'],
  ['half of a character, escaped', String.raw`projectType: "\ud800"`],
  ['half of a character in a key', 'accept: { "\udfff": No. }'],
  ['a NUL', 'projectType: "a\0b"'],
  ['a NUL as a file', '\0'],
  ['an escaped NUL in a key', String.raw`accept: { "\0": No. }`],
  ['a mark of direction', String.raw`projectType: "\u202emoc"`],
  ['two byte order marks', '\ufeff\ufeffenforce: 1'],
  ['a byte order mark in a line', 'accept:\n  \ufefffailures: No.'],
  ['a directive', '%YAML 9.9\n---\nenforce: 1'],
  ['more than one document', 'enforce: true\n---\nenforce: true'],
  ['line separators for line ends', 'enforce: true\u2028comments: true'],
  [
    'deep inside the known keys',
    `rubric: { headings: { outcome: ${'{ en: '.repeat(90)}x${' }'.repeat(90)} } }`,
  ],
];

/** Every place where a name of a stranger's choice may stand. */
const NAMED: readonly (readonly [string, (name: string) => string])[] = [
  ['a key', name => `"${name}": { enforce: true }`],
  ['a criterion that is accepted', name => `accept: { "${name}": No. }`],
  ['a project type', name => `projectType: "${name}"`],
  ["a README's project type", name => `readmes: [{ path: a, projectType: "${name}" }]`],
  ['a key of a README', name => `readmes: [{ path: a, "${name}": x }]`],
  ['the id of a criterion', name => `rubric: { criteria: [{ id: "${name}", title: T, question: Q }] }`],
  ['a key of a criterion', name => `rubric: { criteria: [{ id: a, title: T, question: Q, "${name}": x }] }`],
  ['a key of the rubric', name => `rubric: { "${name}": { polluted: x } }`],
  ['headings of a criterion', name => `rubric: { headings: { "${name}": { en: [x] } } }`],
  ['a language', name => `rubric: { headings: { outcome: { "${name}": [x] } } }`],
  ['wording of a criterion', name => `rubric: { wording: { "${name}": { thin: x } } }`],
  ['a verdict', name => `rubric: { wording: { outcome: { "${name}": x } } }`],
  ['questions on a criterion', name => `rubric: { questions: { "${name}": { thin: [x] } } }`],
  ['a signal', name => `rubric: { questions: { outcome: { thin: [{ when: "${name}", ask: Q }] } } }`],
  ['a lock', name => `lock: ["${name}"]`],
];

interface Told {
  readonly line: number;
  readonly column: number;
}

function expectTold(problems: readonly Told[], text: string): void {
  const lines = text.split('\n').length;
  expect(problems.length).toBeGreaterThan(0);
  expect(problems.filter(({ line, column }) => line < 1 || line > lines || column < 1)).toEqual([]);
}

function inTime<T>(act: () => T): T {
  const done: T[] = [];
  expect(processorTime(() => done.push(act()))).toBeLessThan(TIME_LIMIT);
  const [answer] = done;
  if (answer === undefined) throw new Error('nothing was answered');
  return answer;
}

const BEFORE = JSON.stringify(BUILTIN_SETTINGS);
const NATURE = INBORN.map(name => Object.getOwnPropertyDescriptor(Object.prototype, name));
afterEach(() => {
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(INBORN);
  expect(INBORN.map(name => Object.getOwnPropertyDescriptor(Object.prototype, name))).toEqual(NATURE);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  expect(JSON.stringify(BUILTIN_SETTINGS)).toBe(BEFORE);
});

function expectRefused(text: string): void {
  const file = { fileName: 'my.yml', text };
  const { settings, problems } = inTime(() =>
    readSettings({ organisation: file, repository: file }, RUBRICS),
  );
  expectTold(problems.organisation, text);
  expectTold(problems.repository, text);
  expect(settings).toEqual(BUILTIN_SETTINGS);
}

describe('as settings', () => {
  test.each(HARMFUL)('%s is told and not in force', (_, text) => {
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(FULL);
    expectRefused(text);
  });

  test.each(NAMED)('what every object has is no name of %s', (_, text) => {
    for (const name of INBORN) {
      const repository = { fileName: 'my.yml', text: text(name) };
      const { settings, problems } = readSettings({ organisation: null, repository }, RUBRICS);
      expectTold(problems.repository, repository.text);
      expect(settings).toEqual(BUILTIN_SETTINGS);
    }
  });
});

const LAYER = 'id: mine\nversion: 1.0.0\nextends: base\n';

describe('as a rubric', () => {
  test.each(HARMFUL)('%s is told', (_, text) => {
    for (const file of [text, LAYER + text, `projectTypes: []\n${text}`]) {
      const loaded = inTime(() => loadAnyRubric({ fileName: 'my.yml', text: file }, KNOWN, []));
      expectTold(loaded.ok ? [] : loaded.problems, file);
    }
  });

  test.each([
    ['its id', (name: string) => LAYER.replace('mine', `"${name}"`)],
    ['the rubric below', (name: string) => LAYER.replace('base', `"${name}"`)],
    ['a key', (name: string) => `${LAYER}"${name}": { polluted: x }\n`],
    ['questions on a criterion', (name: string) => `${LAYER}questions: { "${name}": { thin: [x] } }\n`],
  ])('what every object has is no name of %s', (_, text) => {
    for (const name of INBORN) {
      const file = text(name);
      const loaded = loadAnyRubric({ fileName: 'my.yml', text: file }, KNOWN, []);
      expectTold(loaded.ok ? [] : loaded.problems, file);
    }
  });
});

const EXPRESSION = '(a+)+$';

describe('an expression of a stranger', () => {
  const text = `
branches: ['${EXPRESSION}']
rubric:
  criteria:
    - { id: ethics, title: '${EXPRESSION}', question: '${EXPRESSION}', headings: { en: ['${EXPRESSION}'] }, words: { en: ['${EXPRESSION}'] } }
`;
  const repository = { fileName: 'my.yml', text };
  const { problems, settings } = readSettings({ organisation: null, repository }, RUBRICS);

  test('is a word like any other: it stands for itself', () => {
    expect(problems.repository).toEqual([]);
    expect(settings.rubric.criteria[0]).toMatchObject({ headings: { en: [EXPRESSION] } });
    expect(isReviewedBranch(settings, 'aaaa', 'main')).toBe(false);
    expect(isReviewedBranch(settings, EXPRESSION, 'main')).toBe(true);
  });

  test('is no glob', () => {
    const glob = { fileName: 'my.yml', text: `branches: ['${EXPRESSION}*']` };
    expectTold(
      readSettings({ organisation: null, repository: glob }, RUBRICS).problems.repository,
      glob.text,
    );
  });

  test('finds nothing in a README', () => {
    const rubrics = customise(RUBRICS, settings.rubric);
    const yardstick = { ...readBuiltinYardstick(), rubrics };
    const readme = `# Tides\n\n## aaaa\n\nWe say aaaa, because ${'a'.repeat(20_000)}!\n`;
    const { criteria } = inTime(() => judge(requestFor(readme), yardstick));
    expect(criteria.find(({ id }) => id === 'ethics')?.verdict).toBe('missing');
  });
});
