import { firstReadme, isMarkdownPath } from '../facts/readme-names.ts';
import type { RepositoryFacts } from '../facts/repository-facts.ts';
import type { Outline } from '../readme/outline.ts';

/** A portfolio of more is read up to here: each project is a README to be fetched and judged. */
export const MAX_PROJECTS = 20;

/** Longer addresses carry data. Characters. */
const LONGEST_ADDRESS = 500;
/** A folder or file of a repository at a ref, on GitHub or on a server of one's own. A ref with a slash is not told apart. */
const IN_REPOSITORY = /^https?:\/\/[^/]+\/([^/]+\/[^/]+)\/(?:tree|blob)\/[^/]+\/(.+)$/i;
const README = /(?:^|\/)readme[^/]*$/i;
/** Another page, or a place in this one. */
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|\/\/|#|$)/i;

/**
 * The Markdown READMEs of the project folders that an index links, by a path of its own or by the repository's address, in
 * the order of the links, each once; at most `MAX_PROJECTS`. `readmePath` is the index's own path. Linear.
 */
export function linkedProjects(
  outline: Outline,
  facts: RepositoryFacts,
  readmePath: string,
): readonly string[] {
  const own = folderOf(readmePath);
  const filesIn = readmesByFolder(facts);
  const found = new Set<string>();
  for (const { url } of outline.links) {
    const path = pathOf(url, own, facts.name);
    if (path === null) continue;
    const folder = filesIn.has(path) ? path : folderOf(path);
    const files = filesIn.get(folder) ?? [];
    if (folder === own || (folder !== path && !files.includes(path))) continue;
    const shown = firstReadme(
      files.map(file => ({ path: file })),
      () => 0,
    );
    if (shown !== null && isMarkdownPath(shown.path)) found.add(shown.path);
    if (found.size === MAX_PROJECTS) break;
  }
  return [...found];
}

/** Where a link leads in the repository, as a path below its root; null where it leads elsewhere. */
function pathOf(url: string, own: string, repository: string): string | null {
  const address = url.slice(0, LONGEST_ADDRESS).replace(/[?#].*/s, '');
  const [, name, inside] = IN_REPOSITORY.exec(address) ?? [];
  if (inside !== undefined && name?.toLowerCase() === repository.toLowerCase()) return resolve('', inside);
  if (ELSEWHERE.test(address)) return null;
  return resolve(address.startsWith('/') ? '' : own, address);
}

/** Null where it leads out of the repository. */
function resolve(folder: string, address: string): string | null {
  const steps = folder === '' ? [] : folder.split('/');
  for (const step of decode(address).split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return null;
  }
  return steps.join('/');
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function readmesByFolder({ paths, projects }: RepositoryFacts): ReadonlyMap<string, readonly string[]> {
  const byFolder = new Map<string, string[]>(projects.map(folder => [folder, []]));
  for (const path of paths) {
    if (README.test(path)) byFolder.get(folderOf(path))?.push(path);
  }
  return byFolder;
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
