import { manifestFormat } from './manifests/manifest-names.ts';
import { type NamedLine, READERS } from './manifests/readers.ts';
import type { RepositoryFacts, Tool } from './repository-facts.ts';
import { toolName } from './tool-name.ts';

export interface FactsInput {
  /** `owner/name` or a folder's name. */
  readonly name: string;
  readonly paths: readonly string[];
  readonly pathsTruncated: boolean;
  readonly manifests: readonly { readonly path: string; readonly text: string }[];
}

/** Tools beyond this many are left out: a frozen environment of hundreds of packages says no more than its first ones. */
export const MAX_TOOLS = 300;

/** What tree and manifests say. A manifest that cannot be parsed adds nothing; it never fails. */
export function readFacts(input: FactsInput): RepositoryFacts {
  const paths = [...input.paths].sort();
  return {
    name: input.name,
    paths,
    pathsTruncated: input.pathsTruncated,
    tools: readTools(input.manifests),
    projects: projectFolders(paths),
  };
}

function readTools(manifests: FactsInput['manifests']): readonly Tool[] {
  const tools: Tool[] = [];
  const seen = new Set<string>();
  for (const { path, text } of [...manifests].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const format = manifestFormat(path);
    if (format === null) continue;
    for (const { name, line } of readManifest(READERS[format], text)) {
      const tool = { name: toolName(name), manifest: path, line };
      const key = `${path}\n${tool.name}`;
      if (tool.name === '' || seen.has(key)) continue;
      seen.add(key);
      tools.push(tool);
      if (tools.length === MAX_TOOLS) return tools;
    }
  }
  return tools;
}

/** Strangers' files: whatever a parser throws means that there is nothing to read. */
function readManifest(read: (text: string) => readonly NamedLine[], text: string): readonly NamedLine[] {
  try {
    return read(text.replace(/^\uFEFF/, ''));
  } catch {
    return [];
  }
}

/** Folders below the root, outside `.github/` and `docs/`, that hold a README of their own. */
function projectFolders(paths: readonly string[]): readonly string[] {
  const folders = new Set<string>();
  for (const path of paths) {
    const slash = path.lastIndexOf('/');
    if (slash < 0 || !/^readme(?:\.[a-z]{2,8})?$/i.test(path.slice(slash + 1))) continue;
    const folder = path.slice(0, slash);
    if (/^(?:\.github|docs)$|(?:^|\/)(?:node_modules|\.venv|venv|site-packages|vendor)(?:\/|$)/i.test(folder))
      continue;
    folders.add(folder);
  }
  return [...folders].sort();
}
