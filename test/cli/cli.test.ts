import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { UNSEEN } from '../helpers/harmful-patterns.ts';
import { type Run, runShowwork } from '../helpers/run-showwork.ts';

const ROOT = join(import.meta.dirname, '../..');
const README = (name: string) => join(ROOT, 'fixtures/readmes', name);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'showwork-process-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The command in an empty folder and without any of this process's environment. */
const showwork = (args: readonly string[], options: { readonly closeEarly?: boolean } = {}): Promise<Run> =>
  runShowwork(args, { cwd: folder, ...options });

describe('showwork review', () => {
  test('prints one report a line, in the order given, the same bytes each time', async () => {
    const paths = ['spanish-readme', 'rag-with-everything', 'web-app/README.md'].map(README);
    const run = await showwork(['review', ...paths, '--format', 'jsonl']);
    const reports = run.out
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(reports.map(({ readme }) => readme.language)).toEqual(['es', 'en', 'en']);
    expect(reports[1]).toMatchObject({ schemaVersion: 1, readme: { path: 'README.md' } });
    expect(reports[1].criteria.map(({ id }: { id: string }) => id)).toEqual([
      'problem',
      'approach',
      'decisions',
      'failures',
      'outcome',
      'learned',
      'llm-evaluation',
      'retrieval-and-prompts',
      'latency-cost-reliability',
    ]);
    expect(reports.map(({ rubric }) => rubric.id)).toEqual(['ml-pipeline', 'llm-application', 'base']);
    expect(await showwork(['review', ...paths, '--format', 'jsonl'])).toEqual(run);
    expect(run).toMatchObject({ code: 0, err: '' });
  });

  test('reviews the others when one path is bad, and exits with 2', async () => {
    const run = await showwork(['review', README('nowhere'), README('web-app'), '--format', 'jsonl']);
    expect(run.code).toBe(2);
    expect(run.out.trimEnd().split('\n')).toHaveLength(1);
    expect(run.err).toBe(`showwork: ${README('nowhere')}: there is no such file or folder\n`);
  });

  test('writes no colour where there is no terminal', async () => {
    const run = await showwork(['review', README('ml-pipeline-without-failures')]);
    expect(run.code).toBe(0);
    expect(run.out).toContain('What did not work');
    expect(run.out).not.toContain('\u001b');
  });

  test('with --enforce exits with 1 where something is missing', async () => {
    const run = await showwork([
      'review',
      README('unfilled-template'),
      '--type',
      'llm-application',
      '--enforce',
    ]);
    expect(run.code).toBe(1);
    expect(run.out).toContain('Read as an LLM application, as declared.');
  });

  test('with --explain tells after each report how its verdicts came about', async () => {
    const paths = ['rag-with-everything', 'spanish-readme', 'hostile-text'].map(README);
    const run = await showwork(['review', '--explain', ...paths]);
    expect(run).toMatchObject({ code: 0, err: '' });
    const [report, first = '', second = ''] = run.out.split('How the verdicts came about\n');
    expect(report).toContain('rubric llm-application');
    // A verdict, a signal with its points, a word of the README with what it weighs.
    expect(first).toMatch(/^ {2}[●◐○–] Problem: \w+/m);
    expect(first).toMatch(/[+]2\.00 draws a flow/);
    const word = /[+−]\d\.\d\d “(\p{L}+)”/u.exec(first)?.[1];
    expect(readFileSync(join(README('rag-with-everything'), 'README.md'), 'utf8')).toContain(word);
    expect(second).toContain('The signals ');
    expect(run.out.match(/^How to read this$/gm)).toHaveLength(1);
    expect(run.out.replaceAll('\n', '')).not.toMatch(UNSEEN);
  });

  test.each([
    ['an unknown type', ['review', '.', '--type', 'llm-aplication'], 'Did you mean llm-application?'],
    [
      'an unknown format',
      ['review', '.', '--format', 'xml'],
      'Allowed choices are terminal, json, jsonl, markdown',
    ],
    [
      '--explain in another format',
      ['review', '.', '--explain', '--format', 'json'],
      '--explain is written for people and has no other format than terminal',
    ],
    [
      'a log that cannot be written',
      ['review', '.', '--sarif', 'nowhere/log.sarif'],
      'showwork: nowhere/log.sarif: there is no such file or folder',
    ],
    ['no path', ['review'], 'missing required argument'],
    ['an unknown command', ['revue'], 'Did you mean review?'],
  ])('explains %s and exits with 2', async (_, args, explanation) => {
    const run = await showwork(args);
    expect(run.code).toBe(2);
    expect(run.err).toContain(explanation);
  });

  test('ends quietly when nobody reads on', async () => {
    const paths = Array.from({ length: 60 }, () => README('hostile-text'));
    const run = await showwork(['review', ...paths, '--format', 'jsonl'], { closeEarly: true });
    expect(run).toMatchObject({ code: 0, err: '' });
  });
});

describe('showwork rubric check', () => {
  const MINE = readFileSync(join(ROOT, 'rubrics/ml-pipeline.yml'), 'utf8').replace(
    'id: ml-pipeline',
    'id: course',
  );

  function write(name: string, text: string): string {
    writeFileSync(join(folder, name), text);
    return name;
  }

  test('checks the rubrics that ship where no file is named', async () => {
    const { code, out, err } = await showwork(['rubric', 'check']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.trimEnd().split('\n')).toEqual([
      'rubrics/base.yml: 6 criteria, every example as it should be',
      'rubrics/llm-application.yml: 3 criteria, every example as it should be',
      'rubrics/ml-infrastructure.yml: 4 criteria, every example as it should be',
      'rubrics/ml-pipeline.yml: 4 criteria, every example as it should be',
    ]);
  });

  test('says where a mistake is and what was expected, checks the others, and exits with 78', async () => {
    const bad = write('bad.yml', MINE.replace('    words:', '    word:'));
    const run = await showwork(['rubric', 'check', bad, write('good.yml', MINE)]);
    expect(run.code).toBe(78);
    expect(run.out).toMatch(/^bad\.yml:\d+:5 Unknown key `word`: did you mean `words`\? Expected: one of /);
    expect(run.out).toContain('bad.yml: 1 problem\ngood.yml: 4 criteria, every example as it should be\n');
  });

  test('says why an example fails, at the example', async () => {
    const text = MINE.replace(/strong: I picked recall.*/, 'strong: Recall is nice.');
    const line = text.split('\n').findIndex(each => each.includes('strong: Recall is nice.')) + 1;
    const run = await showwork(['rubric', 'check', write('weak.yml', text)]);
    expect(run.code).toBe(78);
    expect(run.out).toContain(`weak.yml:${line}:15 The strong example of \`metric-choice\` is thin: `);
    expect(run.out).toContain('Expected: present under the heading “Choice of metric”');
  });

  test('exits with 2 where a file cannot be read', async () => {
    const run = await showwork(['rubric', 'check', 'nowhere.yml']);
    expect(run).toMatchObject({ code: 2, err: 'showwork: nowhere.yml: there is no such file or folder\n' });
  });
});

describe('showwork config check', () => {
  function repository(name: string, settings: string): string {
    mkdirSync(join(folder, name, '.github'), { recursive: true });
    writeFileSync(join(folder, name, '.github/showwork.yml'), settings);
    return name;
  }

  test('says what is in force, of a file and of a repository folder', async () => {
    const settings = [
      'branches: [main, "release/*"]',
      'enforce: true',
      'accept: { learned: Told in class. }',
      'rubric: { criteria: [{ id: ethics, title: Ethics, question: Who could be harmed? }] }',
    ].join('\n');
    const run = await showwork(['config', 'check', repository('sound', settings)]);
    expect(run).toEqual({
      code: 0,
      err: '',
      out: [
        'sound/.github/showwork.yml: in force',
        '  reviews        on',
        '  branches       the default branch, main, release/*',
        '  project type   found out from the README',
        '  READMEs        found in the repository',
        '  check          fails where something that counts is missing',
        '  pull requests  get a comment',
        '  dashboard      none',
        '  accepted       learned',
        '  rubric         adds ethics',
        '',
      ].join('\n'),
    });
    const file = await showwork(['config', 'check', 'sound/.github/showwork.yml']);
    expect(file).toEqual(run);
  });

  test('says where a mistake is and what was expected, checks the others, and exits with 78', async () => {
    const [bad, good] = [repository('bad', 'enforced: true'), repository('good', '')];
    const run = await showwork(['config', 'check', bad, good]);
    expect(run.code).toBe(78);
    expect(run.out).toMatch(
      /^bad\/\.github\/showwork\.yml:1:1 Unknown key `enforced`: did you mean `enforce`\? Expected: one of /,
    );
    expect(run.out).toContain('bad/.github/showwork.yml: 1 problem\ngood/.github/showwork.yml: in force\n');
  });

  test('runs the examples of criteria that have some', async () => {
    const settings = [
      'rubric:',
      '  criteria:',
      '    - id: ethics',
      '      title: Ethics',
      '      question: Who could be harmed?',
      '      examples: { weak: Nobody., strong: Nobody at all. }',
    ].join('\n');
    const run = await showwork(['config', 'check', repository('examples', settings)]);
    expect(run.code).toBe(78);
    expect(run.out).toMatch(
      /^examples\/\.github\/showwork\.yml:6:42 The strong example of `ethics` is \w+: /,
    );
  });

  test('lets an organisation lock keys', async () => {
    const path = repository('organisation', 'enforce: true\nlock: [enforce]');
    expect((await showwork(['config', 'check', path])).code).toBe(78);
    expect((await showwork(['config', 'check', path, '--organisation'])).code).toBe(0);
  });

  test('exits with 2 where there is no such file', async () => {
    mkdirSync(join(folder, 'without'));
    const run = await showwork(['config', 'check', 'without', 'nowhere.yml']);
    expect(run).toMatchObject({
      code: 2,
      err:
        'showwork: without: no .github/showwork.yml there; what ships is in force\n' +
        'showwork: nowhere.yml: there is no such file or folder\n',
    });
  });
});

test('showwork serve without credentials says what to do and exits with 78', async () => {
  const run = await showwork(['serve']);
  expect(run.code).toBe(78);
  expect(run.err).toContain('.env.example');
});

test('the help holds the exit codes', async () => {
  const run = await showwork(['--help']);
  expect(run.code).toBe(0);
  expect(run.out).toMatch(/Exit codes.*\n\s+0 .*\n\s+1 .*\n\s+2 .*\n\s+70 .*\n\s+78 /);
});
