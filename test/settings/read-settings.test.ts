import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readBuiltinRubrics } from '../../src/engine/builtin-rubric.ts';
import { customise } from '../../src/rubric/customise.ts';
import { describeProblem } from '../../src/rubric/describe-problem.ts';
import { MAX_PROBLEMS } from '../../src/rubric/load-yaml.ts';
import { MAX_PHRASES } from '../../src/rubric/phrase.ts';
import { MAX_ADDED_CRITERIA } from '../../src/rubric/rubric-layer.ts';
import { BUILTIN_SETTINGS } from '../../src/settings/builtin-settings.ts';
import { readSettings } from '../../src/settings/read-settings.ts';
import type { SettingsReading, SettingsText } from '../../src/settings/settings.ts';
import {
  MAX_BRANCHES,
  MAX_README_SETTINGS,
  MAX_REASON_LENGTH,
  MAX_SETTINGS_BYTES,
  SETTING_KEYS,
} from '../../src/settings/settings-file.ts';

const rubrics = readBuiltinRubrics();

interface Texts {
  readonly organisation?: string;
  readonly repository?: string;
}

function read({ organisation, repository }: Texts): SettingsReading {
  const file = (fileName: string, text: string | undefined): SettingsText | null =>
    text === undefined ? null : { fileName, text };
  return readSettings(
    { organisation: file('org.yml', organisation), repository: file('my.yml', repository) },
    rubrics,
  );
}

/** Every problem of a repository's file, as editors link it. */
function problemsOf(repository: string, organisation?: string): string[] {
  const { problems } = read({ repository, ...(organisation === undefined ? {} : { organisation }) });
  return problems.repository.map(describeProblem);
}

describe('without a mistake', () => {
  test('nothing said is what ships', () => {
    for (const text of ['', '\n', '# nothing yet\n', '{}', '---\n']) {
      expect(read({ repository: text, organisation: text })).toEqual({
        settings: BUILTIN_SETTINGS,
        problems: { organisation: [], repository: [] },
        locked: [],
      });
    }
    expect(read({}).settings).toEqual(BUILTIN_SETTINGS);
  });

  test('every key may be set', () => {
    const text = `
enabled: false
branches: [main, '!wip/**']
projectType: other
readmes:
  - ./projects/
  - path: /pipelines/*
    projectType: ml-pipeline
enforce: true
comments: false
dashboard: true
accept:
  failures: A workshop's solution, nothing else was tried.
rubric:
  criteria: [{ id: ethics, title: Ethics, question: Who could be harmed? }]
`;
    const { settings, problems } = read({ repository: text });
    expect(problems.repository).toEqual([]);
    expect(settings).toMatchObject({
      enabled: false,
      branches: ['main', '!wip/**'],
      projectType: 'other',
      readmes: [{ path: 'projects' }, { path: 'pipelines/*', projectType: 'ml-pipeline' }],
      enforce: true,
      comments: false,
      dashboard: true,
      accept: { failures: "A workshop's solution, nothing else was tried." },
    });
    expect(settings.rubric.criteria.map(({ id }) => id)).toEqual(['ethics']);
    expect(Object.keys(settings).sort()).toEqual([...SETTING_KEYS].sort());
  });

  test('the root of the repository is a folder as well', () => {
    const { settings } = read({ repository: "readmes: [., ./, /, 'projects//churn/./']" });
    expect(settings.readmes.map(({ path }) => path)).toEqual(['.', '.', '.', 'projects/churn']);
  });

  test('names of a type’s criteria and of added ones are known', () => {
    const text = `
accept: { validation: Given by the course., ethics: Discussed in class. }
rubric:
  criteria: [{ id: ethics, title: Ethics, question: Who could be harmed? }]
  headings: { latency-cost-reliability: { en: [operations] } }
`;
    expect(problemsOf(text)).toEqual([]);
  });
});

describe('an organisation’s file below a repository’s', () => {
  test('holds where the repository says nothing', () => {
    const { settings } = read({
      organisation: 'enforce: true\ncomments: false',
      repository: 'comments: true',
    });
    expect(settings).toMatchObject({ enforce: true, comments: true, dashboard: false });
  });

  test('exclusions of branches add up, and any other list stands for itself', () => {
    const branches = (organisation: string, repository: string) =>
      read({ organisation, repository }).settings.branches;
    const excluded = [...BUILTIN_SETTINGS.branches, '!wip/**', '!try/*'];
    expect(branches("branches: ['!wip/**']", "branches: ['!try/*']")).toEqual(excluded);
    expect(branches("branches: ['main', '!wip/**']", "branches: ['!try/*']")).toEqual([
      'main',
      '!wip/**',
      '!try/*',
    ]);
    expect(branches("branches: ['!wip/**']", "branches: ['**', '!try/*']")).toEqual(['**', '!try/*']);
    expect(branches("branches: ['!wip/**']", 'branches: []')).toEqual([]);
  });

  test('acceptances are kept by criterion, and changes of the rubric add up', () => {
    const { settings } = read({
      organisation: `
accept: { outcome: Measured by us., learned: Told in class. }
rubric: { criteria: [{ id: ethics, title: Ethics, question: Who could be harmed? }] }`,
      repository: `
accept: { outcome: Not deployed yet. }
rubric:
  criteria: [{ id: privacy, title: Privacy, question: Who sees the data? }]
  wording: { ethics: { missing: Nobody is named yet. } }`,
    });
    expect(settings.accept).toEqual({ outcome: 'Not deployed yet.', learned: 'Told in class.' });
    const custom = customise(rubrics, settings.rubric).base.criteria.slice(-2);
    expect(custom.map(({ id, wording }) => [id, wording.missing])).toEqual([
      ['ethics', 'Nobody is named yet.'],
      ['privacy', 'Nothing yet on “Privacy”.'],
    ]);
  });

  test('a criterion of both is a mistake of the repository', () => {
    const ethics = 'rubric:\n  criteria:\n    - { id: ethics, title: Ethics, question: Who? }\n';
    const { problems, settings } = read({ organisation: ethics, repository: ethics });
    expect(problems.organisation).toEqual([]);
    expect(problems.repository.map(describeProblem)).toEqual([
      'my.yml:3:13 `ethics` is already a criterion of your organisation. Expected: an id that no other criterion has',
    ]);
    expect(settings.rubric.criteria).toHaveLength(1);
  });

  test('with a mistake, it adds nothing and locks nothing, and the repository’s is in force', () => {
    const { problems, settings, locked } = read({
      organisation: 'enforce: true\nlock: [comments]\ndashbord: true',
      repository: 'comments: false',
    });
    expect(problems.organisation.map(describeProblem)).toEqual([
      expect.stringMatching(/^org\.yml:3:1 Unknown key `dashbord`: did you mean `dashboard`\?/),
    ]);
    expect(settings).toEqual({ ...BUILTIN_SETTINGS, comments: false });
    expect(locked).toEqual([]);
  });
});

describe('what an organisation has locked', () => {
  const organisation = 'enforce: true\nlock: [enforce, rubric]\n';

  test('is told at its key and not in force; the rest of the file is', () => {
    const { settings, problems, locked } = read({
      organisation,
      repository: 'comments: false\nenforce: false\nrubric: { wording: { outcome: { thin: Almost. } } }\n',
    });
    expect(settings).toEqual({ ...BUILTIN_SETTINGS, enforce: true, comments: false });
    expect(problems.repository).toEqual([]);
    expect(locked.map(describeProblem)).toEqual([
      'my.yml:2:1 `enforce` is set by your organisation. Expected: no `enforce` here; the rest is in force',
      'my.yml:3:1 `rubric` is set by your organisation. Expected: no `rubric` here; the rest is in force',
    ]);
  });

  test('is told beside mistakes elsewhere in the file', () => {
    const { settings, problems, locked } = read({
      organisation,
      repository: 'enforce: false\nprojectType: ml\n',
    });
    expect(locked).toHaveLength(1);
    expect(problems.repository).toHaveLength(1);
    expect(settings).toEqual({ ...BUILTIN_SETTINGS, enforce: true });
  });

  test('cannot be locked by a repository', () => {
    expect(problemsOf('lock: [enforce]')).toEqual([
      expect.stringMatching(
        /^my\.yml:1:1 Only the file of an organisation may `lock` keys\. Expected: one of enabled, /,
      ),
    ]);
  });

  test('a key that is none cannot be locked, nor the lock itself', () => {
    for (const key of ['enforced', 'lock']) {
      const { problems } = read({ organisation: `lock: [${key}]` });
      expect(problems.organisation[0]?.message).toBe('Item 1 of `lock` has an unknown value.');
    }
  });
});

describe('a mistake is told with its place and what was meant', () => {
  test.each([
    ['an unknown key', 'comment: true', '1:1 Unknown key `comment`: did you mean `comments`?'],
    ['a word for true', 'enforce: yes', '1:10 `enforce` does not fit. Expected: `true` or `false`'],
    ['a key left empty', 'accept:\n', '`accept` is empty. Expected: keys with values'],
    [
      'a criterion that is none',
      'accept:\n  failure: No.',
      '2:3 There is no criterion `failure`: did you mean `failures`?',
    ],
    [
      'a criterion by another case',
      'accept: { Failures: No. }',
      '1:11 There is no criterion `Failures`: did you mean `failures`?',
    ],
    [
      'headings of none',
      'rubric: { headings: { outcomes: { en: [x] } } }',
      'There is no criterion `outcomes`: did you mean `outcome`?',
    ],
    [
      'wording of none',
      'rubric: { wording: { outcomes: { thin: x } } }',
      'There is no criterion `outcomes`: did you mean `outcome`?',
    ],
    [
      'questions on none',
      'rubric: { questions: { outcomes: { thin: [x] } } }',
      'There is no criterion `outcomes`: did you mean `outcome`?',
    ],
    [
      'a type that is none',
      'projectType: ml-pipline',
      '1:14 There is no project type `ml-pipline`: did you mean `ml-pipeline`?',
    ],
    [
      'a README’s type that is none',
      'readmes:\n  - path: a\n    projectType: rag',
      '3:18 There is no project type `rag`. Expected: one of ml-pipeline, ',
    ],
    ['an unknown key of a README', 'readmes: [{ path: a, type: other }]', 'Unknown key `type`'],
    [
      'a README that leads out',
      'readmes: [../other]',
      '1:11 Item 1 of `readmes` does not fit. Expected: a path below the root',
    ],
    [
      'a README to leave out',
      "readmes: ['!old']",
      'Expected: a path or a glob; what no entry names is left out',
    ],
    [
      'alternatives in a glob',
      "branches: [main, '{a,b}/*']",
      '1:18 Item 2 of `branches` does not fit. Expected: a glob of `*`, `?` and `**`; for alternatives, an entry each',
    ],
    [
      'a glob of a README',
      "readmes: [{ path: '**/a/**' }]",
      '1:19 `path` does not fit. Expected: a glob with one `**`',
    ],
    [
      'a criterion of the rubric',
      'rubric: { criteria: [{ id: outcome, title: O, question: Q }] }',
      '1:28 `outcome` is already a criterion of the rubric `base`.',
    ],
    [
      'a criterion of a type',
      'rubric: { criteria: [{ id: validation, title: V, question: Q }] }',
      '`validation` is already a criterion of the rubric `ml-pipeline`.',
    ],
    [
      'a criterion without a question',
      'rubric: { criteria: [{ id: ethics, title: E }] }',
      '1:22 `question` is missing. Expected: a string',
    ],
    [
      'an unknown key of a criterion',
      'rubric: { criteria: [{ id: ethics, title: E, question: Q, heading: {} }] }',
      'Unknown key `heading`: did you mean `headings`?',
    ],
    [
      'a criterion called like what objects have',
      'rubric: { criteria: [{ id: constructor, title: E, question: Q }] }',
      '`id` does not fit. Expected: another word',
    ],
  ])('%s', (_case, text, expected) => {
    const [problem, ...others] = problemsOf(text);
    expect(problem).toContain(expected);
    expect(others).toEqual([]);
    expect(read({ repository: `${text}\n` }).settings).toEqual(BUILTIN_SETTINGS);
  });

  test('all of them at once', () => {
    expect(problemsOf('projectType: rag\naccept: { a: x, b: y }\n')).toHaveLength(3);
  });
});

describe('limits', () => {
  const list = (key: string, count: number) =>
    `${key}: [${Array.from({ length: count }, (_, i) => `p${i}`).join(', ')}]`;

  test.each([
    ['branches', MAX_BRANCHES, (count: number) => list('branches', count)],
    ['READMEs', MAX_README_SETTINGS, (count: number) => list('readmes', count)],
    [
      'added criteria',
      MAX_ADDED_CRITERIA,
      (count: number) => {
        const criteria = Array.from({ length: count }, (_, i) => `{ id: c${i}, title: C, question: Q }`);
        return `rubric: { criteria: [${criteria.join(', ')}] }`;
      },
    ],
    [
      'names of a section, in one line',
      MAX_PHRASES,
      (count: number) =>
        `rubric: { headings: { outcome: { en: ['${Array.from({ length: count }, () => 'x').join(', ')}'] } } }`,
    ],
    ['a reason', MAX_REASON_LENGTH, (count: number) => `accept: { failures: ${'x'.repeat(count)} }`],
    ['the file', MAX_SETTINGS_BYTES, (count: number) => `#${'x'.repeat(count - 1)}`],
  ])('%s', (_what, limit, text) => {
    expect(problemsOf(text(limit))).toEqual([]);
    expect(problemsOf(text(limit + 1))).toHaveLength(1);
  });

  test('the first problems stand for all', () => {
    const accept = Array.from({ length: 3000 }, (_, index) => `c${index}: x`).join(', ');
    expect(problemsOf(`projectType: rag\naccept: { ${accept} }`)).toHaveLength(MAX_PROBLEMS);
  });

  test('a file is measured in bytes, and a larger one is told kindly', () => {
    expect(problemsOf(`#${'é'.repeat(MAX_SETTINGS_BYTES / 2)}`)).toEqual([
      'my.yml:1:1 This file is larger than 64 kB, so it was not read. Expected: at most 64 kB',
    ]);
  });
});

describe('hostile files', () => {
  const line = fc.constantFrom(
    'enabled: false',
    'branches: [main]',
    'branches: &a [*a]',
    'accept: &x { failures: &y No. }',
    'accept: { constructor: x, toString: y }',
    'rubric: *x',
    'rubric: { wording: { constructor: { thin: x } } }',
    '__proto__: { enforce: true }',
    'constructor: { prototype: { enforce: true } }',
    'readmes: [.., /, "!a", "**"]',
    'lock: [enforce]',
    '---',
    '- enabled',
    '<<: { enforce: true }',
    '? [a, b] : c',
    'dashboard: !!bool "true"',
    'enforce: 1e9999',
    '"\\u202e": x',
    '  : :',
  );
  const file = fc.oneof(
    fc.array(line, { maxLength: 6 }).map(lines => lines.join('\n')),
    fc.json(),
    fc.string({ maxLength: 80, unit: 'binary' }),
  );

  test('are read or told, never half in force, the same each time, and change nothing for others', () => {
    const before = JSON.stringify(BUILTIN_SETTINGS);
    fc.assert(
      fc.property(file, file, (organisation, repository) => {
        const reading = read({ organisation, repository });
        const { settings, problems } = reading;
        if (problems.organisation.length > 0) expect(reading).toEqual({ ...read({ repository }), problems });
        if (problems.repository.length > 0) expect(settings).toEqual(read({ organisation }).settings);
        expect(Object.keys(settings)).toEqual(Object.keys(BUILTIN_SETTINGS));
        expect(read({ organisation, repository })).toEqual(reading);
      }),
    );
    expect(JSON.stringify(BUILTIN_SETTINGS)).toBe(before);
    expect({}).not.toHaveProperty('enforce');
  });
});
