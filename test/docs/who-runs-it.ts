/**
 * Which test runs each command that the documents print. `npm run X` of a command of ours is `node src/cli.ts X`
 * (package.json), and is looked for as `showwork X`.
 */
export interface Runs {
  /** The command as it is read, without what stands in this place for a name of the reader's. */
  readonly command: RegExp;
  /** The file that runs it, below the root. */
  readonly file: string;
  /** What stands there. */
  readonly by: string;
}

const HERE = 'test/docs/commands-in-docs.test.ts';
const SCRIPTS = 'test/docs/project-scripts.test.ts';
const STORY = 'test/operators-story.test.ts';
const CONTAINER = 'test/packaging/container.test.ts';

export const WHO_RUNS_IT: readonly Runs[] = [
  // The gate begins with these.
  { command: /^npm ci$/, file: '.ci/run', by: 'npm ci' },
  { command: /^npm test$/, file: '.ci/run', by: 'npm test' },
  { command: /^npm run check:imports$/, file: 'package.json', by: '&& npm run check:imports &&' },

  { command: /^npm run demo$/, file: '.ci/run', by: 'npm run demo -- --once' },
  { command: /^npm run dev$/, file: SCRIPTS, by: "start('dev'," },
  { command: /^npm run docs$/, file: SCRIPTS, by: "'docs'," },
  { command: /^npm run goldens$/, file: SCRIPTS, by: "'goldens'," },
  { command: /^npm run accuracy( -- --(signals|abroad|check))?$/, file: SCRIPTS, by: "runs('accuracy'" },
  {
    command: /^npm run train -- --labels dev,check$/,
    file: SCRIPTS,
    by: "runs('train', '--', '--labels', 'dev,check')",
  },
  // In parts: all of them together take minutes, and a figure is no test.
  { command: /^npm run bench\b/, file: 'test/bench/bench.test.ts', by: "'--only', part, '--quick'" },
  // In short: a seed in ten seconds instead of minutes.
  {
    command: /^npm run chaos\b/,
    file: 'test/chaos/sqlite.test.ts',
    by: "'--once', '--short', '--database', 'sqlite'",
  },
  // In short: some dozens of texts instead of a minute.
  {
    command: /^npm run fuzz\b/,
    file: 'test/hostile/fuzz.test.ts',
    by: "fuzz('--seed', '1', '--inputs', '36'",
  },
  { command: /^npm pack$/, file: 'test/packaging/package.test.ts', by: "'pack'," },

  { command: /^npm run -s sbom$/, file: 'test/supply-chain/sbom.test.ts', by: "'sbom']" },

  // Without an engine: what it would start is read from the same file, and started.
  {
    command: /^docker compose -f compose\.embedded\.yaml up -d$/,
    file: CONTAINER,
    by: "'compose.embedded.yaml'), {})",
  },
  { command: /^docker compose up -d$/, file: CONTAINER, by: "'compose.yaml'), {" },
  {
    command: /^docker compose (-f compose\.embedded\.yaml )?exec \w+ node dist\/cli\.js$/,
    file: CONTAINER,
    by: 'runToEnd(image, EXEC,',
  },

  {
    command: /^showwork setup --webhook-url https:\S+ --tunnel /,
    file: 'test/cli/setup.test.ts',
    by: "'--tunnel', '--name'",
  },
  { command: /^showwork setup --webhook-url https:\S+$/, file: STORY, by: 'operator.setUp(' },
  { command: /^showwork serve( --role (web|worker))?$/, file: STORY, by: "operator.start('--role', role)" },
  { command: /^showwork doctor$/, file: STORY, by: "operator.run('doctor')" },
  {
    command: /^showwork doctor --json$/,
    file: 'test/cli/doctor.test.ts',
    by: "runShowwork(['doctor', '--json']",
  },
  { command: /^showwork backup \S+$/, file: STORY, by: "operator.run('backup', 'copy.sqlite')" },
  { command: /^showwork restore \S+$/, file: STORY, by: "operator.run('restore', 'copy.sqlite')" },
  { command: /^showwork migrate-store$/, file: STORY, by: "operator.run('migrate-store')" },
  {
    command: /^showwork review( [\w-]+\/[\w.@-]+)+$/,
    file: 'test/cli/github/command.test.ts',
    by: "review(['ada/there'",
  },
  {
    command: /^showwork (review|config|rubric|deliveries|export|forget)\b/,
    file: HERE,
    by: "'runs as it is printed",
  },

  { command: /^openssl rand -hex (24|32)$/, file: HERE, by: "run('openssl', words" },
];
