/**
 * Holds the import table: which room may import which, and what third party it may know.
 * A checker that saw nothing would be green for ever, so this also proves that it saw every module of src/,
 * and that a forbidden import is found.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

const CruiseResult = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({
    violations: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        rule: z.object({ name: z.string(), severity: z.string() }),
      }),
    ),
  }),
});

/** A pure room that reads the disk, a renderer that knows a parser, a seam that knows a room. */
const FORBIDDEN = [
  { file: 'src/render/forbidden.ts', imports: "import 'node:fs';", rule: 'pure-rooms' },
  { file: 'src/review/forbidden.ts', imports: "import 'unified';", rule: 'review-third-party' },
  {
    file: 'src/webhooks/forbidden.ts',
    imports: "import '../github/forbidden.ts';",
    rule: 'webhooks-imports',
  },
  { file: 'src/github/forbidden.ts', imports: "import '../store/forbidden.ts';", rule: 'github-imports' },
  { file: 'src/store/forbidden.ts', imports: "import '../server.ts';", rule: 'store-imports' },
];

function cruise(folder: string): z.infer<typeof CruiseResult> {
  const run = spawnSync(
    process.execPath,
    [
      join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
      '--config',
      '.dependency-cruiser.js',
      '--output-type',
      'json',
      'src',
    ],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (!run.stdout.startsWith('{')) throw new Error(`dependency-cruiser did not run: ${run.stderr}`);
  return CruiseResult.parse(JSON.parse(run.stdout));
}

function complaintsAboutSource(): string[] {
  const result = cruise(ROOT);
  const complaints = result.summary.violations.map(
    ({ from, to, rule }) => `${from} imports ${to} (${rule.name})`,
  );
  const seen = new Set(result.modules.map(module => module.source));
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.ts'))
    .map(path => `src/${path}`);
  const unseen = files.filter(file => !seen.has(file));
  return [...complaints, ...unseen.map(file => `${file} was not seen by the check`)];
}

function complaintsAboutTheCheck(): string[] {
  const copy = mkdtempSync(join(tmpdir(), 'showwork-imports-'));
  try {
    for (const part of ['src', '.dependency-cruiser.js', 'tsconfig.json', 'package.json']) {
      cpSync(join(ROOT, part), join(copy, part), { recursive: true });
    }
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    for (const { file, imports } of FORBIDDEN) writeFileSync(join(copy, file), `${imports}\n`);
    const found = cruise(copy).summary.violations;
    return FORBIDDEN.filter(
      ({ file, rule }) => !found.some(v => v.from === file && v.rule.name === rule),
    ).map(({ file, imports }) => `the check did not object to \`${imports}\` in ${file}`);
  } finally {
    rmSync(copy, { recursive: true });
  }
}

const complaints = [...complaintsAboutSource(), ...complaintsAboutTheCheck()];
for (const complaint of complaints) console.error(`imports: ${complaint}`);
if (complaints.length > 0) process.exit(1);
console.log('imports: every room keeps to its table');
