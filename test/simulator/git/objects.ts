import { createHash } from 'node:crypto';

/**
 * Git's own object format, so that ids are those that git would compute.
 * Source: git-scm.com/book/en/v2/Git-Internals-Git-Objects
 */

/** Modes as git stores them: no leading zero for trees. */
export type GitMode = '100644' | '100755' | '120000' | '160000' | '40000';

export interface GitTreeEntry {
  readonly name: string;
  readonly mode: GitMode;
  readonly sha: string;
}

export interface GitPerson {
  readonly name: string;
  readonly email: string;
  /** Written with second precision and the offset +0000. */
  readonly date: Date;
}

export interface GitCommit {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: GitPerson;
  readonly committer: GitPerson;
  readonly message: string;
}

export function hashBlob(bytes: Uint8Array): string {
  return hashObject('blob', bytes);
}

export function hashTree(entries: readonly GitTreeEntry[]): string {
  const parts: Uint8Array[] = [];
  for (const entry of sortLikeGit(entries)) {
    parts.push(Buffer.from(`${entry.mode} ${entry.name}\0`), Buffer.from(entry.sha, 'hex'));
  }
  return hashObject('tree', Buffer.concat(parts));
}

export function hashCommit(commit: GitCommit): string {
  const lines = [`tree ${commit.tree}`];
  for (const parent of commit.parents) lines.push(`parent ${parent}`);
  lines.push(`author ${personLine(commit.author)}`, `committer ${personLine(commit.committer)}`, '');
  return hashObject('commit', Buffer.from(`${lines.join('\n')}\n${commit.message}\n`));
}

/** Git orders entries by bytes and compares a tree's name as if it ended in a slash. */
export function sortLikeGit(entries: readonly GitTreeEntry[]): GitTreeEntry[] {
  const key = (entry: GitTreeEntry) => Buffer.from(entry.mode === '40000' ? `${entry.name}/` : entry.name);
  return [...entries].sort((one, other) => Buffer.compare(key(one), key(other)));
}

function personLine(person: GitPerson): string {
  return `${person.name} <${person.email}> ${Math.floor(person.date.getTime() / 1000)} +0000`;
}

function hashObject(type: string, body: Uint8Array): string {
  return createHash('sha1').update(`${type} ${body.length}\0`).update(body).digest('hex');
}
