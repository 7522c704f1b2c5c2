/** Which names a README may have, and which of several GitHub shows (`choose-files.ts` has the sources). */

const MARKDOWN = ['md', 'markdown', 'mdown', 'mkdn', 'mkd'];
const FORMATTED = [
  'adoc',
  'asc',
  'asciidoc',
  'creole',
  'mediawiki',
  'org',
  'pod',
  'rdoc',
  'rst',
  'textile',
  'wiki',
];
const PLAIN = ['', 'txt'];
const README_NAME = /^readme(?:\.([a-z0-9-]{1,12}))?(?:\.([a-z0-9]{1,12}))?$/i;

/** True for a path whose name says Markdown: the one format that is judged. */
export function isMarkdownPath(path: string): boolean {
  return MARKDOWN.includes(extensionOf(path));
}

/** True for a path whose name says that it is a README, in whichever folder and format. */
export function isReadmePath(path: string): boolean {
  return readmeRank(path.slice(path.lastIndexOf('/') + 1)) !== null;
}

/**
 * The README that GitHub shows among files: by the rank of its folder, which ends with a slash (null: not looked at), then
 * by its name. Null where none is a README. Linear.
 */
export function firstReadme<Entry extends { readonly path: string }>(
  entries: readonly Entry[],
  rankOfFolder: (folder: string) => number | null,
): Entry | null {
  let best: { entry: Entry; rank: readonly number[] } | null = null;
  for (const entry of entries) {
    const slash = entry.path.lastIndexOf('/') + 1;
    const name = readmeRank(entry.path.slice(slash));
    const folder = name === null ? null : rankOfFolder(entry.path.slice(0, slash));
    if (name === null || folder === null) continue;
    const rank = [folder, ...name];
    if (best === null || comesBefore(rank, entry.path, best.rank, best.entry.path)) best = { entry, rank };
  }
  return best === null ? null : best.entry;
}

function comesBefore(
  rank: readonly number[],
  path: string,
  otherRank: readonly number[],
  otherPath: string,
): boolean {
  for (const [index, value] of rank.entries()) {
    const difference = value - (otherRank[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  const [name, otherName] = [path.toLowerCase(), otherPath.toLowerCase()];
  return name === otherName ? path < otherPath : name < otherName;
}

/** A plain name before one with a language suffix, then format; the lower comes first. Null where it is no README's. */
function readmeRank(name: string): readonly [number, number] | null {
  const match = README_NAME.exec(name);
  if (match === null) return null;
  const suffixed = match[2] !== undefined;
  const format = formatRank((suffixed ? match[2] : match[1]) ?? '');
  return format === null ? null : [suffixed ? 1 : 0, format];
}

function formatRank(extension: string): number | null {
  const lower = extension.toLowerCase();
  if (MARKDOWN.includes(lower)) return 0;
  if (FORMATTED.includes(lower)) return 1;
  if (PLAIN.includes(lower)) return 2;
  return null;
}

function extensionOf(path: string): string {
  const dot = path.lastIndexOf('.');
  return dot <= path.lastIndexOf('/') ? '' : path.slice(dot + 1).toLowerCase();
}
