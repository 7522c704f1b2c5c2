import type { RepositoryFacts, Tool } from '../facts/repository-facts.ts';

/**
 * The tools a README is about: those of the manifests beside it, else of those below its folder, else all. So the
 * README of a sub-project is not asked about its neighbours' tools.
 */
export function toolsNear(facts: RepositoryFacts, readmePath: string): readonly Tool[] {
  const folder = folderOf(readmePath).replace(/^(?:\.github|docs)\/$/i, '');
  const beside = facts.tools.filter(({ manifest }) => folderOf(manifest) === folder);
  if (beside.length > 0) return beside;
  const below = facts.tools.filter(({ manifest }) => manifest.startsWith(folder));
  return below.length > 0 ? below : facts.tools;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
