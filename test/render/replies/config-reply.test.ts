import { expect, test } from '@jest/globals';
import { configReply } from '../../../src/render/replies/config-reply.ts';
import { BUILT_IN, configView } from './example-replies.ts';

test('without any file everything is built in', () => {
  expect(configReply(configView())).toBe(
    [
      'What is in force here:',
      '',
      '| Setting | Value | From |',
      '|---|---|---|',
      '| `enabled` | `true` | built in |',
      '| `branches` | `!gh-pages` | built in |',
      '| `projectType` | found out by the app | built in |',
      '| `readmes` | found by the app | built in |',
      '| `enforce` | `false` | built in |',
      '| `comments` | `true` | built in |',
      '| `dashboard` | `false` | built in |',
      '',
      '- This repository: no file.',
      '- The organisation: no file.',
    ].join('\n'),
  );
});

test('each value comes from the topmost layer that changed it', () => {
  const organisation = { ...BUILT_IN, enforce: true, dashboard: true, accept: { outcome: 'it is a study' } };
  const repository = {
    ...organisation,
    dashboard: false,
    readmes: [{ path: 'a/README.md' }, { path: 'b/**', projectType: 'ml-pipeline' }],
    rubric: { ...BUILT_IN.rubric, headings: { problem: { en: ['why'] } } },
  };
  const reply = configReply(
    configView(
      {
        beneath: { builtIn: BUILT_IN, organisation },
        files: {
          organisation: { kind: 'out-of-reach' },
          repository: { kind: 'read', fileName: '.github/showwork.yml' },
        },
      },
      repository,
    ),
  );
  expect(reply).toContain('| `enabled` | `true` | built in |');
  expect(reply).toContain('| `enforce` | `true` | the organisation |');
  expect(reply).toContain('| `dashboard` | `false` | this repository |');
  expect(reply).toContain('| `readmes` | `a/README.md`, `b/**` as `ml-pipeline` | this repository |');
  expect(reply).toContain('| `headings` | `problem` | this repository |');
  expect(reply).toContain('| `accept.outcome` | `it is a study` | the organisation |');
  expect(reply).toContain('- This repository: `.github/showwork.yml`, read.');
  expect(reply).toContain('- The organisation: out of reach, because the app');
});

test('what was said in a comment goes before a file', () => {
  const settings = { ...BUILT_IN, projectType: 'ml-pipeline', accept: { outcome: 'in the file' } };
  const said = {
    projectType: 'llm-application',
    accept: { outcome: 'in a comment', failures: 'none yet' },
  };
  const rows = configReply(configView({ said }, settings))
    .split('\n')
    .filter(line => /`(?:projectType|accept\.\w+)`/.test(line));
  expect(rows).toEqual([
    '| `projectType` | `llm-application` | a comment |',
    '| `accept.outcome` | `in a comment` | a comment |',
    '| `accept.failures` | `none yet` | a comment |',
  ]);
});

test('mistakes stand with their line, and what is in force instead is named', () => {
  const view = configView({
    files: {
      organisation: { kind: 'broken', fileName: 'ada/.github/.github/showwork.yml', lastGood: null },
      repository: {
        kind: 'broken',
        fileName: '.github/showwork.yml',
        lastGood: 'c0ffee'.repeat(7).slice(0, 40),
      },
    },
  });
  const problem = {
    file: '.github/showwork.yml',
    line: 3,
    column: 1,
    path: 'enforse',
    message: 'Unknown key `enforse`: did you mean `enforce`?',
    expected: 'one of enabled, enforce',
  };
  const reading = {
    ...view.reading,
    problems: { organisation: [], repository: [problem] },
    locked: [{ ...problem, line: 5, message: '`dashboard` is locked.', expected: 'no `dashboard` here' }],
  };
  const reply = configReply({ ...view, reading });
  expect(reply).toContain(
    '- This repository: `.github/showwork.yml` has mistakes, which stand below. Its last version without one is in force: `c0ffeec0ff`.',
  );
  expect(reply).toContain(
    '- The organisation: `ada/.github/.github/showwork.yml` has mistakes, which stand below. Nothing of it is in force.',
  );
  expect(reply).toContain(
    'Mistakes:\n\n- `.github/showwork.yml`, line 3: Unknown key `enforse`: did you mean `enforce`? Expected: one of enabled, enforce.',
  );
  expect(reply).toContain(
    'Not in force, because the organisation has locked these:\n\n- `.github/showwork.yml`, line 5: `dashboard` is locked. Expected: no `dashboard` here.',
  );
});
