import { globSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { COMPILED_FILE, readCompiledRubrics } from '../../src/engine/compiled-rubrics.ts';
import { startServerProcess } from '../helpers/server-process.ts';
import { startSimulator } from '../simulator/simulator.ts';
import { npm, run } from './run.ts';

const ROOT = join(import.meta.dirname, '../..');
const README = (name: string) => join(ROOT, 'fixtures/readmes', name);

/** Building takes about ten seconds, installing what it needs at run time another ten; both more on a busy machine. */
const PACKING_MS = 300_000;

const PackResult = z.tuple([z.object({ files: z.array(z.object({ path: z.string() })) })]);

/** Where the package is installed, with nothing around it. */
let elsewhere: string;
let packed: readonly string[];
const installed = (path: string) => join(elsewhere, 'node_modules', path);

beforeAll(async () => {
  elsewhere = mkdtempSync(join(tmpdir(), 'showwork-package-'));
  await npm(['run', 'build'], ROOT);
  const packing = ['pack', '--ignore-scripts', '--json', '--pack-destination', elsewhere];
  const [{ files }] = PackResult.parse(JSON.parse(await npm(packing, ROOT)));
  packed = files.map(({ path }) => path).sort();
  const tarball = globSync('*.tgz', { cwd: elsewhere }).map(name => `./${name}`);
  const installing = ['install', '--prefer-offline', '--no-audit', '--no-fund', ...tarball];
  await npm(installing, elsewhere);
  writeFileSync(join(elsewhere, 'settings.yml'), 'enforce: true\n');
}, PACKING_MS);
afterAll(() => rmSync(elsewhere, { recursive: true }));

/** The command that the package installs, in an empty environment. */
function showwork(...args: readonly string[]) {
  return run(installed('.bin/showwork'), args, { cwd: elsewhere });
}

test('holds what runs, what judges and what is read by people, and nothing else', () => {
  const named = [
    'package.json',
    'README.md',
    'LICENSE',
    'CHANGELOG.md',
    'app.yml',
    '.env.example',
    'models/verdicts.en.generated.json',
    COMPILED_FILE,
    ...globSync('src/**/*.ts', { cwd: ROOT }).map(path => path.replace(/^src\/(.*)\.ts$/, 'dist/$1.js')),
    ...globSync(['rubrics/**/*.yml', 'schema/*.json'], { cwd: ROOT }),
  ];
  expect(packed).toEqual(named.sort());
});

test('is built whenever it is packed', async () => {
  const scripts = await npm(['pkg', 'get', 'scripts.prepack'], ROOT);
  expect(JSON.parse(scripts)).toBe('npm run build');
});

test('brings nothing that only its development needs', () => {
  const modules = readdirSync(installed('.'));
  for (const name of ['typescript', 'jest', 'node', '@swc']) expect(modules).not.toContain(name);
});

test('begins with the compiled rubrics', () => {
  expect(readCompiledRubrics(pathToFileURL(`${installed('showwork')}/`))).not.toBeNull();
});

test('reviews as the sources do, to the byte', async () => {
  const paths = ['rag-with-everything', 'spanish-readme', 'hostile-text', 'web-app/README.md'].map(README);
  const review = ['review', '--format', 'jsonl', ...paths];
  const unbuilt = await run(process.execPath, [join(ROOT, 'src/cli.ts'), ...review], { cwd: elsewhere });
  expect(unbuilt).toMatchObject({ code: 0, err: '' });
  expect(await showwork(...review)).toEqual(unbuilt);
});

test.each([
  ['explains itself', ['--help'], 0, /^Usage: showwork/],
  ['checks the rubrics that ship', ['rubric', 'check'], 0, /^rubrics\/base\.yml: 6 criteria/],
  ['checks settings', ['config', 'check', 'settings.yml'], 0, /^settings\.yml: in force/],
])('%s', async (_, args, code, out) => {
  expect(await showwork(...args)).toMatchObject({ code, out: expect.stringMatching(out), err: '' });
});

test('does not serve without credentials', async () => {
  const { code, err } = await showwork('serve');
  expect(code).toBe(78);
  expect(err).toContain('.env.example');
});

test('serves', async () => {
  const simulator = await startSimulator();
  const repository = simulator.addRepository({ owner: 'ada', name: 'packed' });
  const push = repository.commit('main', { 'README.md': '# Notes\n' });
  const program = { cwd: elsewhere, script: [installed('showwork/dist/cli.js'), 'serve'] };
  const server = await startServerProcess(simulator, join(elsewhere, 'data.sqlite'), { program });
  await simulator.webhooks.deliver({ url: server.webhookUrl, ...simulator.webhooks.push(push) });
  const made = await simulator.until(() => repository.checkRuns(push.after)[0]);
  expect(made).toMatchObject({ name: 'Showwork', status: 'completed' });
  await server.stop();
  await simulator.close();
});
