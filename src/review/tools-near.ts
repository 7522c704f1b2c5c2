import { projectFolderOf } from '../facts/choose-files.ts';
import type { RepositoryFacts, Tool } from '../facts/repository-facts.ts';

/**
 * The tools a README is about: those of the manifests beside it, else of the nearest ones below its folder, else of
 * the nearest ones above it. The README of a sub-project is never asked about its neighbours' tools.
 */
export function toolsNear(facts: RepositoryFacts, readmePath: string): readonly Tool[] {
  const folder = projectFolderOf(readmePath);
  const depth = (tool: Tool): number => folderOf(tool.manifest).split('/').length;
  const beside = facts.tools.filter(({ manifest }) => folderOf(manifest) === folder);
  if (beside.length > 0) return beside;
  const below = facts.tools.filter(({ manifest }) => manifest.startsWith(folder));
  const above = facts.tools.filter(({ manifest }) => folder.startsWith(folderOf(manifest)));
  const [found, nearest] =
    below.length > 0 ? [below, Math.min(...below.map(depth))] : [above, Math.max(...above.map(depth))];
  return found.filter(tool => depth(tool) === nearest);
}

/** The path of a tool's manifest as seen from the README's folder. */
export function manifestFrom(readmePath: string, manifest: string): string {
  const folder = folderOf(readmePath);
  return manifest.startsWith(folder) ? manifest.slice(folder.length) : manifest;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
