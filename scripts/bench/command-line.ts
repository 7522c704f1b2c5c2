/** How long `showwork review` takes over many READMEs, as a process with its cold start, beside a linter's. */
import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, COMPILED_CLI, ROOT } from './compiled.ts';
import { measureInTurn } from './measure.ts';
import { fixtureFolders } from './readmes.ts';
import { type BenchOptions, type Section, table } from './section.ts';

const MANY = 100;
/** Enough for more than one thread. */
const MORE = 1_000;
const FEW = 2;
const ROUNDS = 3;
const MARKDOWNLINT = [join(ROOT, 'node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs'), '--no-globs'];
/** Exit codes that mean: done, with or without remarks. */
const DONE = [0, 1];

/** The fixtures again and again in a folder of their own, each copy a little different, so that nothing is known already. */
export async function benchCommandLine({ quick = false }: BenchOptions): Promise<Section> {
  const many = quick ? FEW : MANY;
  const rounds = quick ? 1 : ROUNDS;
  if (!quick) build();
  const program = join(ROOT, quick ? 'src/cli.ts' : COMPILED_CLI);
  const showwork = [program, 'review', '--format', 'json'];
  const folder = await mkdtemp(join(tmpdir(), 'showwork-bench-'));
  try {
    const more = quick ? FEW : MORE;
    const allProjects = await copyProjects(folder, Math.max(many, more));
    const projects = allProjects.slice(0, many);
    const readmes = projects.map(project => join(project, 'README.md'));
    const [all, moreOfThem, oneThread, one, linted] = await measureInTurn(
      [
        { name: `showwork review, ${many} READMEs`, run: () => run([...showwork, ...projects]) },
        { name: `showwork review, ${more} READMEs`, run: () => run([...showwork, ...allProjects]) },
        {
          name: `showwork review --threads 1, ${more} READMEs`,
          run: () => run([...showwork, '--threads', '1', ...allProjects]),
        },
        { name: 'showwork review, one README', run: () => run([...showwork, ...projects.slice(0, 1)]) },
        { name: `markdownlint-cli2, ${many} READMEs`, run: () => run([...MARKDOWNLINT, ...readmes]) },
      ],
      { rounds, warmUpRounds: 0 },
    );
    if (
      all === undefined ||
      moreOfThem === undefined ||
      oneThread === undefined ||
      one === undefined ||
      linted === undefined
    )
      throw new Error('nothing was measured');
    return {
      title: 'Command line',
      text: `Whole processes from start to end, compiled as they ship, ${rounds} rounds.

${table(
  ['what', 'median ms', 'fastest ms', 'ratio to the first'],
  [all, moreOfThem, oneThread, one, linted].map(({ name, median, fastest, ratio }) => [
    name,
    median,
    fastest,
    ratio,
  ]),
)}`,
      figures: {
        'cli.hundredMs': all.median,
        'cli.oneReadmeMs': one.median,
        'cli.ratioOneThread': oneThread.ratio / moreOfThem.ratio,
        'cli.ratioToMarkdownlint': 1 / linted.ratio,
      },
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function copyProjects(folder: string, count: number): Promise<readonly string[]> {
  const originals = fixtureFolders();
  const copies = Array.from({ length: count }, (_, index) => join(folder, `project-${index}`));
  for (const [index, copy] of copies.entries()) {
    await cp(originals[index % originals.length] ?? '', copy, { recursive: true });
    const readme = join(copy, 'README.md');
    await writeFile(readme, `${await readFile(readme, 'utf8')}\nThis is copy ${index} of the project.\n`);
  }
  return copies;
}

/** @throws Error where the process did not do its work. */
function run(args: readonly string[]): Promise<void> {
  return new Promise((resolveRun, reject) => {
    const child = spawn(process.execPath, args, { stdio: 'ignore' });
    child.on('error', reject);
    child.on('exit', code => {
      if (code !== null && DONE.includes(code)) resolveRun();
      else reject(new Error(`${args[0]} ended with ${code}`));
    });
  });
}
