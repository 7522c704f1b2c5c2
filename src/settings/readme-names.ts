/** Folders of a commit by the README that stands in each. */

export interface FolderWithReadme {
  /** '' for the root of the repository. */
  readonly folder: string;
  /** Path of the README. */
  readonly readme: string;
}

/** Names that GitHub shows as a folder's README (docs: about-readmes). */
const README = /^readme(?:\.(?:md|markdown|mdown|mkdn?|rst|adoc|asciidoc|org|txt))?$/i;
/** The one format that is judged wins over every other in the same folder. */
const MARKDOWN = /\.m[a-z]+$/i;

/** The folders that have a README, the upper levels first and then by path. */
export function foldersWithReadme(paths: readonly string[]): readonly FolderWithReadme[] {
  const readmes = new Map<string, string>();
  for (const path of paths) {
    const slash = path.lastIndexOf('/');
    if (!README.test(path.slice(slash + 1))) continue;
    const folder = path.slice(0, Math.max(0, slash));
    const other = readmes.get(folder);
    if (other === undefined || comesBefore(path, other)) readmes.set(folder, path);
  }
  return [...readmes]
    .map(([folder, readme]) => ({ folder, readme, depth: depthOf(folder) }))
    .sort((a, b) => a.depth - b.depth || (a.folder < b.folder ? -1 : 1))
    .map(({ folder, readme }) => ({ folder, readme }));
}

function comesBefore(path: string, other: string): boolean {
  const [markdown, otherMarkdown] = [MARKDOWN.test(path), MARKDOWN.test(other)];
  return markdown === otherMarkdown ? path < other : markdown;
}

function depthOf(folder: string): number {
  return folder === '' ? 0 : folder.split('/').length;
}
