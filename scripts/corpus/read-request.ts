/**
 * One README of a corpus folder as the engine receives it. A repository's folder holds the README (`README.*`,
 * `sub1__README.md` … for projects below the root), `tree.txt`, `manifests/` and `meta.json` with the true paths.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { blobSha } from '../../src/cli/blob-sha.ts';
import type { RepositoryFile, ReviewRequest } from '../../src/ports.ts';

/** The corpus cuts `tree.txt` at this many paths (its README). */
const TREE_LIMIT = 1500;

const Meta = z.object({
  repo: z.string().min(1),
  readme: z.string().nullish(),
  readme_path: z.string().optional(),
  projects: z.array(z.object({ file: z.string(), path: z.string() })).default([]),
});
type Meta = z.infer<typeof Meta>;

/** Reads what the engine needs for `readme`, a path relative to `corpus`. Throws where a file is not there. */
export function readRequest(corpus: string, readme: string): ReviewRequest {
  const folder = join(corpus, dirname(readme));
  const meta = Meta.parse(JSON.parse(readFileSync(join(folder, 'meta.json'), 'utf8')));
  const paths = readTree(join(folder, 'tree.txt'));
  const content = readFileSync(join(corpus, readme));
  return {
    repositoryName: meta.repo,
    readme: { path: truePath(meta, basename(readme)), sha: blobSha(content), content },
    paths,
    pathsTruncated: paths.length >= TREE_LIMIT,
    manifests: readManifests(join(folder, 'manifests'), paths),
  };
}

function truePath(meta: Meta, file: string): string {
  if (file === meta.readme) return meta.readme_path ?? file;
  return meta.projects.find(project => project.file === file)?.path ?? file;
}

function readTree(file: string): string[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8').split('\n').filter(Boolean);
}

function readManifests(folder: string, paths: readonly string[]): RepositoryFile[] {
  if (!existsSync(folder)) return [];
  const byFlatName = new Map(paths.map(path => [path.replaceAll('/', '__'), path]));
  return readdirSync(folder)
    .sort()
    .map(name => ({
      // `a__b` may also be a name with underscores of its own; the tree knows, where it was not cut.
      path: byFlatName.get(name) ?? name.replaceAll('__', '/'),
      bytes: readFileSync(join(folder, name)),
    }));
}
