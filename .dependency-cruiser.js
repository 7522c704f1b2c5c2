/**
 * The import table of docs/architecture.md as rules: which room may import which, and what third party it may know.
 * `npm run check:imports` runs it and also proves that it saw every module and that a forbidden import fails.
 */
const NODE_BUILTIN_IO =
  '^(node:)?(fs|fs/promises|path|os|net|http|https|child_process|worker_threads|process|crypto|timers|timers/promises|sqlite|dns|tls)$';

/** room: [rooms and files it may import, third-party packages it may know] */
const ROOMS = {
  readme: [[], ['markdown-it', 'htmlparser2', 'eld']],
  facts: [[], ['yaml', 'smol-toml', 'zod']],
  rubric: [[], ['zod', 'yaml']],
  review: [['readme', 'facts', 'rubric'], []],
  settings: [['rubric'], ['zod', 'picomatch', 'yaml']],
  render: [
    [
      'review/report.ts',
      'review/explanation.ts',
      'review/delta.ts',
      'settings/settings.ts',
      'commands/intent.ts',
    ],
    [],
  ],
  commands: [['rubric/nearest.ts', 'rubric/resolve-name.ts'], ['markdown-it']],
  engine: [
    ['readme', 'facts', 'rubric', 'review', 'commands', 'settings', 'ports.ts', 'errors.ts'],
    ['piscina'],
  ],
  webhooks: [
    ['ports.ts', 'jobs.ts', 'errors.ts'],
    ['fastify', '@octokit/webhooks-methods', 'zod'],
  ],
  workflow: [
    [
      'ports.ts',
      'jobs.ts',
      'errors.ts',
      'review/report.ts',
      'review/delta.ts',
      'rubric',
      'settings',
      'render',
      'commands',
      'facts',
    ],
    [],
  ],
  github: [
    ['ports.ts', 'jobs.ts', 'errors.ts'],
    ['@octokit/[a-z-]+', 'probot', 'zod'],
  ],
  store: [
    ['ports.ts', 'jobs.ts', 'errors.ts', 'review/report.ts', 'review/delta.ts'],
    ['kysely', 'pg', 'pg-boss', 'zod'],
  ],
  web: [['ports.ts'], ['fastify', 'prom-client']],
  doctor: [['ports.ts', 'errors.ts', 'config.ts'], []],
  setup: [
    ['ports.ts', 'errors.ts', 'render/html.ts', 'web/http-server.ts'],
    ['fastify', 'yaml', 'zod'],
  ],
};

const PURE = ['readme', 'facts', 'rubric', 'settings', 'review', 'render', 'commands'];
/** Hashing is a pure function of its input. */
const PURE_BUILTINS = ['^(node:)?crypto$'];
const SEAMS = '^src/((ports|jobs|errors)\\.ts$|ports/)';

const own = room => `^src/${room}/`;
const allowedPath = entry => (entry.endsWith('.ts') ? `^src/${entry.replace('.', '\\.')}$` : own(entry));

const rules = Object.entries(ROOMS).flatMap(([room, [rooms, packages]]) => [
  {
    name: `${room}-imports`,
    comment: `src/${room}/ may import only: ${[...rooms, 'itself'].join(', ')}`,
    severity: 'error',
    from: { path: own(room) },
    to: { path: '^src/', pathNot: [own(room), ...rooms.map(allowedPath)] },
  },
  {
    name: `${room}-third-party`,
    comment: `src/${room}/ may know only these packages: ${packages.join(', ') || 'none'}`,
    severity: 'error',
    from: { path: own(room) },
    to: {
      dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'],
      pathNot: packages.length > 0 ? [`node_modules/(@types/)?(${packages.join('|')})/`] : [],
    },
  },
]);

export default {
  forbidden: [
    ...rules,
    {
      name: 'pure-rooms',
      comment: 'The pure rooms use no file system, clock, environment or network.',
      severity: 'error',
      from: { path: `^src/(${PURE.join('|')})/` },
      to: { dependencyTypes: ['core'], path: NODE_BUILTIN_IO, pathNot: PURE_BUILTINS },
    },
    {
      name: 'seams-import-types-only',
      comment: 'ports, jobs and errors import types of each other, of the report and of the intent, and zod.',
      severity: 'error',
      from: { path: SEAMS },
      to: {
        path: '^src/',
        pathNot: [
          SEAMS,
          '^src/(review/(report|delta)|commands/intent|rubric/rubric-changes|settings/settings)\\.ts$',
        ],
      },
    },
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'src-not-to-test',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|scripts|fixtures)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
