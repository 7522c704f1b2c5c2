/**
 * Carries out a Dockerfile without an engine, in folders: what an image would hold, and how it is started.
 *
 * The limits of this: the base image is stood in for by this machine and the project's own Node, so that it is not proved
 * that the image exists or what else it holds; layers, VOLUME and EXPOSE are the engine's. A command of RUN is run in the
 * folder, not above it, so that one that names an absolute path is refused.
 */
import {
  chownSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, posix, relative } from 'node:path';
import { run } from '../run.ts';
import { dockerIgnores } from './docker-ignores.ts';
import type { Stage, Step } from './read-dockerfile.ts';

export interface Image {
  /** The folder that stands for `/`. */
  readonly root: string;
  readonly workdir: string;
  readonly env: Readonly<Record<string, string>>;
  /** `uid:gid`; null for root. */
  readonly user: string | null;
  readonly entrypoint: readonly string[];
  readonly cmd: readonly string[];
  readonly healthcheck: readonly string[];
}

interface Building {
  /** The repository. */
  readonly context: string;
  readonly built: ReadonlyMap<string, Image>;
}

/** Commands that are not run but stood in for, in the folder they would run in. */
export type StandIns = Readonly<Record<string, (folder: string) => void>>;

/** Builds every stage below `folder`; the last one is what ships. */
export async function buildImage(
  stages: readonly Stage[],
  context: string,
  folder: string,
  standIns: StandIns,
): Promise<Image> {
  const built = new Map<string, Image>();
  let last: Image | undefined;
  for (const [index, { image, name, steps }] of stages.entries()) {
    const root = join(folder, name ?? `stage-${index}`);
    layBase(root, image);
    last = { root, workdir: '/', env: {}, user: null, entrypoint: [], cmd: [], healthcheck: [] };
    for (const step of steps) last = await carryOut(step, last, { context, built }, standIns);
    if (name !== null) built.set(name, last);
  }
  if (last === undefined) throw new Error('The Dockerfile has no stage.');
  return last;
}

/** What is used of the base image, and what is taken out of it. */
function layBase(root: string, image: string): void {
  if (!image.startsWith('node:24')) throw new Error(`${image} is not known here`);
  const bin = join(root, 'usr/local/bin');
  mkdirSync(bin, { recursive: true });
  // A copy, so that a user who may not look into this project's folder can run it.
  copyFileSync(process.execPath, join(bin, 'node'));
  for (const tool of ['npm', 'npx', 'corepack', 'yarn', 'yarnpkg']) writeFileSync(join(bin, tool), '');
  for (const library of ['usr/local/lib/node_modules/npm', 'opt/yarn-v1.22.22'])
    mkdirSync(join(root, library), { recursive: true });
}

async function carryOut(step: Step, image: Image, building: Building, standIns: StandIns): Promise<Image> {
  const here = join(image.root, image.workdir);
  switch (step.kind) {
    case 'workdir':
      mkdirSync(join(image.root, step.value), { recursive: true });
      return { ...image, workdir: step.value };
    case 'copy':
      copy(step, image, building);
      return image;
    case 'run':
      await runIn(here, step.command, image, standIns);
      return image;
    case 'env':
      return { ...image, env: { ...image.env, ...step.variables } };
    case 'user':
      return { ...image, user: step.value };
    case 'entrypoint':
    case 'cmd':
    case 'healthcheck':
      return { ...image, [step.kind]: step.words };
    case 'volume':
    case 'expose':
    case 'label':
      return image;
  }
}

function copy(step: Extract<Step, { kind: 'copy' }>, image: Image, { context, built }: Building): void {
  const target = join(image.root, posix.resolve(image.workdir, step.target));
  for (const source of step.sources) {
    const goal = step.target.endsWith('/') ? join(target, posix.basename(source)) : target;
    if (step.from === null) copySent(context, source, goal);
    else copyBuilt(built.get(step.from), source, goal);
    if (step.owner !== null && isRoot()) chownSync(goal, ...idsOf(step.owner));
  }
}

function copyBuilt(stage: Image | undefined, source: string, goal: string): void {
  if (stage === undefined) throw new Error(`There is no such stage to copy ${source} from.`);
  cpSync(join(stage.root, source), goal, { recursive: true, verbatimSymlinks: true });
}

/** Copies what `.dockerignore` lets the engine see of the repository. Fails where that is nothing. */
function copySent(context: string, source: string, goal: string): void {
  const ignores = dockerIgnores(readFileSync(join(context, '.dockerignore'), 'utf8'));
  const path = join(context, source);
  const files = statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => join(entry.parentPath, entry.name))
    : [path];
  const sent = files.filter(file => !ignores(relative(context, file)));
  if (sent.length === 0) throw new Error(`.dockerignore leaves out ${source}.`);
  for (const file of sent) cpSync(file, join(goal, relative(path, file)));
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Of `1000:1000`. */
export function idsOf(user: string): [uid: number, gid: number] {
  const [uid, gid] = user.split(':').map(Number);
  if (uid === undefined || gid === undefined || Number.isNaN(uid + gid))
    throw new Error(`${user} is no uid:gid`);
  return [uid, gid];
}

/** A path that begins at the root, which is here this machine's. */
const ABSOLUTE = /(?:^|[\s=;&|'"(])\/\w/;

async function runIn(folder: string, command: string, image: Image, standIns: StandIns): Promise<void> {
  if (ABSOLUTE.test(command)) throw new Error(`Not run, for the path in it: ${command}`);
  const standIn = standIns[command];
  if (standIn !== undefined) return standIn(folder);
  // npm is this machine's, as it is set up here.
  const env = { ...process.env, ...image.env };
  const { code, out, err } = await run('sh', ['-c', command], { cwd: folder, env });
  if (code !== 0) throw new Error(`${command} exited with ${code}\n${out}${err}`);
}

/** Uses what is installed here already, instead of installing it again. */
export function linkModules(root: string): (folder: string) => void {
  return folder => symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
}
