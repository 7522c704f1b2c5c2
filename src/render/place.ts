import type { LineRange } from '../review/report.ts';

/** Where a commit can be seen. */
export interface CommitPlace {
  /** Address of GitHub without a slash at the end, such as `https://github.com`. */
  readonly webUrl: string;
  readonly owner: string;
  readonly name: string;
  readonly headSha: string;
}

/** The address of lines of a file, or null where the surface has no addresses. */
export type Locate = (path: string, range?: LineRange) => string | null;

export function rangeWords(range: LineRange): string {
  if (range.startLine === range.endLine) return `line ${range.startLine}`;
  return `lines ${range.startLine}–${range.endLine}`;
}

/** Links into GitHub's file view; `plain=1` because a rendered README has no line numbers to link to. */
export function locateAt(place: CommitPlace): Locate {
  const { webUrl, owner, name, headSha } = place;
  return (path, range) => {
    const file = path.toWellFormed().split('/').map(encodeURIComponent).join('/');
    const address = `${webUrl}/${owner}/${name}/blob/${headSha}/${file}?plain=1`;
    if (range === undefined) return address;
    const end = range.endLine === range.startLine ? '' : `-L${range.endLine}`;
    return `${address}#L${range.startLine}${end}`;
  };
}

export function commitAddress({ webUrl, owner, name, headSha }: CommitPlace): string {
  return `${webUrl}/${owner}/${name}/commit/${encodeURIComponent(headSha)}`;
}

/** Where the check runs of a commit stand. */
export function checksAddress(place: CommitPlace): string {
  return `${commitAddress(place)}/checks`;
}

export const nowhere: Locate = () => null;
