import { globSync, readFileSync, rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type Command, CommanderError } from 'commander';
import { createProgram } from '../../src/cli/program.ts';
import { openSqliteStore } from '../../src/store/open-sqlite-store.ts';
import { createManualTime } from '../contracts/manual-time.ts';
import { createCollectingLogger } from '../helpers/collecting-logger.ts';
import { runShowwork } from '../helpers/run-showwork.ts';
import { run } from '../packaging/run.ts';
import { printedCommands, simpleCommands } from './shell-commands.ts';
import { WHO_RUNS_IT } from './who-runs-it.ts';

/** Each command that is run is a process of its own. */
jest.setTimeout(90_000);

const ROOT = join(import.meta.dirname, '../..');
/** All that tell what is; the change log and decisions tell what was. */
const DOCUMENTS = globSync(['{README,CONTRIBUTING,SECURITY}.md', 'docs/*.md'], { cwd: ROOT }).sort();
const scripts: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(join(ROOT, 'package.json'), 'utf8'),
).scripts;

/** What a command of npm or of ours hands to `showwork`; null where that is a script or a command of another kind. */
function argumentsOfShowwork(words: readonly string[]): readonly string[] | null {
  const [program, verb, ...rest] = words;
  if (program === 'showwork') return words.slice(1);
  if (program !== 'npm') return null;
  const said = verb === 'run' ? rest : [verb ?? '', ...rest];
  const named = said.filter(word => word !== '-s' && word !== '--');
  const [script = '', ...args] = named;
  const [, ours] = /^node (?:--(?:max|heap)-\S+ )*src\/cli\.ts (.+)$/.exec(scripts[script] ?? '') ?? [];
  return ours === undefined ? null : [...ours.split(' '), ...args];
}

/** Lets commander read the words as it would, and do nothing. */
async function understood(args: readonly string[]): Promise<void> {
  const program = createProgram(() => {});
  const quieten = (command: Command): void => {
    command.configureOutput({ writeOut() {}, writeErr() {} });
    if (command.commands.length === 0) command.action(() => {});
    for (const subcommand of command.commands) quieten(subcommand);
  };
  quieten(program);
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError) || error.exitCode !== 0) throw error;
  }
}

const all = DOCUMENTS.flatMap(printedCommands);
const ours = all.flatMap(({ file, words }) => {
  const args = argumentsOfShowwork(words);
  return args === null ? [] : [{ file, args }];
});
/** As it is looked for in the table of who runs it. */
const nameOf = (words: readonly string[]) =>
  ['showwork', ...(argumentsOfShowwork(words) ?? [])].join(' ').replace(/^showwork$/, words.join(' '));
const unique = (lines: readonly string[]) => [...new Set(lines)].sort();

describe('a line of a shell', () => {
  test('is read as the commands in it', () => {
    expect(simpleCommands('npm ci && npm test  # both')).toEqual([
      ['npm', 'ci'],
      ['npm', 'test'],
    ]);
    expect(simpleCommands('A=b showwork review . >log.sarif 2>/dev/null | head')).toEqual([
      ['showwork', 'review', '.'],
      ['head'],
    ]);
    expect(simpleCommands('x --name "Showwork of Ada"')).toEqual([['x', '--name', 'Showwork of Ada']]);
  });
});

describe('the documentation', () => {
  test.each(unique(all.map(({ words }) => nameOf(words))))('prints what a test runs: %s', name => {
    expect(WHO_RUNS_IT.filter(({ command }) => command.test(name)).slice(0, 1)).toHaveLength(1);
  });

  test.each(WHO_RUNS_IT)('has the test that runs $command', ({ command, file, by }) => {
    expect(readFileSync(join(ROOT, file), 'utf8')).toContain(by);
    expect(all.filter(({ words }) => command.test(nameOf(words))).slice(0, 1)).toHaveLength(1);
  });

  test.each(unique(ours.map(({ args }) => args.join(' '))))(
    'prints options that are there: showwork %s',
    line => understood(ours.find(({ args }) => args.join(' ') === line)?.args ?? []),
  );

  test('would be found out', async () => {
    await expect(understood(['review', '--no-such-option', '.'])).rejects.toThrow('unknown option');
    await expect(understood(['review', '--format', 'morse', '.'])).rejects.toThrow('morse');
    await expect(understood(['deliveries', 'lost'])).rejects.toThrow();
    await expect(understood(['migrate'])).rejects.toThrow('unknown command');
    await expect(understood(['export'])).rejects.toThrow('missing required argument');
    expect(WHO_RUNS_IT.filter(({ command }) => command.test('npm run lost'))).toEqual([]);
  });
});

describe('what is harmless', () => {
  const RUBRIC = join(ROOT, 'rubrics/ml-pipeline.yml');
  /** What the documents leave to the reader, as it stands in a folder of its own. */
  const STAND_INS: Readonly<Record<string, string>> = {
    'path/to/repository': 'project',
    'one/': 'project',
    'two/': 'project',
    '.': 'project',
    PATH: 'project',
    FILE: RUBRIC,
    'my-course.yml': RUBRIC,
  };
  const HARMLESS = new Set(['review', 'config', 'rubric', 'deliveries', 'export', 'forget']);
  /** A repository at GitHub: test/cli has a GitHub to ask. */
  const AT_GITHUB = /^[\w-]+\/[\w-]+(?:@\S+)?$/;
  const asksGitHub = (args: readonly string[]) =>
    args.some(word => AT_GITHUB.test(word) && !(word in STAND_INS));
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'showwork-docs-'));
    await cp(join(ROOT, 'fixtures/learner'), join(folder, 'project'), { recursive: true });
    await mkdir(join(folder, 'project/.github'), { recursive: true });
    await writeFile(join(folder, 'project/.github/showwork.yml'), 'comments: true\n');
    const time = createManualTime();
    const path = join(folder, 'showwork.sqlite');
    const store = await openSqliteStore({
      path,
      clock: time,
      setAlarm: time.setAlarm,
      logger: createCollectingLogger(),
    });
    await store.close();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const lines = unique(
    ours
      .filter(({ args }) => HARMLESS.has(args[0] ?? '') && !asksGitHub(args))
      .map(({ args }) => args.map(word => STAND_INS[word] ?? word).join(' ')),
  );
  test.each(lines)('runs as it is printed: showwork %s', async line => {
    const env = { DATA_PATH: join(folder, 'showwork.sqlite') };
    const { code, out, err } = await runShowwork(line.split(' '), { cwd: folder, env });
    // 1: nothing was given up or is stored here, or `--enforce` found something.
    expect([0, 1]).toContain(code);
    expect(`${out}${err}`).not.toBe('');
  });

  test('makes a secret that is long enough', async () => {
    const words = all.find(command => command.words[0] === 'openssl')?.words.slice(1) ?? [];
    const { code, out } = await run('openssl', words, { cwd: ROOT });
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^[0-9a-f]{64}\n$/) });
  });
});
