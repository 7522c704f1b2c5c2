import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const Words = z.array(z.string());
const Environment = z.record(z.string(), z.string()).default({});
const Common = {
  environment: Environment,
  volumes: Words.default([]),
  stop_grace_period: z.string(),
  restart: z.literal('unless-stopped'),
};

/** A container of the image that this repository builds. */
const Own = z.strictObject({
  ...Common,
  build: z.literal('.'),
  image: z.literal('showwork'),
  env_file: z.literal('.env'),
  command: Words.optional(),
  ports: Words.default([]),
  read_only: z.literal(true),
  tmpfs: z.tuple([z.literal('/tmp')]),
  cap_drop: z.tuple([z.literal('ALL')]),
  security_opt: z.tuple([z.literal('no-new-privileges:true')]),
  init: z.literal(true),
  depends_on: z.record(z.string(), z.strictObject({ condition: z.literal('service_healthy') })).optional(),
  deploy: z.strictObject({ replicas: z.int() }).optional(),
});

/** A container of an image that others publish. */
const Foreign = z.strictObject({
  ...Common,
  image: z.string().regex(/:\d+$/, 'needs a version'),
  healthcheck: z.strictObject({
    test: z.tuple([z.literal('CMD')], z.string()),
    interval: z.string(),
    timeout: z.string(),
    retries: z.int(),
  }),
});

const Compose = z
  .looseObject({
    services: z.record(z.string(), z.union([Own, Foreign])),
    volumes: z.record(z.string(), z.null()),
  })
  .refine(file =>
    Object.keys(file).every(key => ['services', 'volumes'].includes(key) || key.startsWith('x-')),
  );

export type OwnService = z.infer<typeof Own>;
export type ForeignService = z.infer<typeof Foreign>;

export interface ComposeFile {
  readonly own: Readonly<Record<string, OwnService>>;
  readonly foreign: Readonly<Record<string, ForeignService>>;
  readonly volumes: readonly string[];
}

/** A compose file with its variables put in (docs: compose, "Interpolation"). Fails on a key that is not known here. */
export function readCompose(path: string, variables: Readonly<Record<string, string>>): ComposeFile {
  const text = readFileSync(path, 'utf8').replaceAll(/\$\{(\w+):\?[^}]*\}/g, (_, name: string) => {
    const value = variables[name];
    if (value === undefined) throw new Error(`${name} is not set`);
    return value;
  });
  const { services, volumes } = Compose.parse(parse(text, { merge: true }));
  const entries = Object.entries(services);
  return {
    own: Object.fromEntries(
      entries.flatMap(([name, service]) => ('build' in service ? [[name, service]] : [])),
    ),
    foreign: Object.fromEntries(
      entries.flatMap(([name, service]) => ('build' in service ? [] : [[name, service]])),
    ),
    volumes: Object.keys(volumes),
  };
}
