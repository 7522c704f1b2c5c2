import { type GitCommit, type GitTreeEntry, hashBlob, hashCommit, hashTree, sortLikeGit } from './objects.ts';

/**
 * Blobs, trees and commits by SHA-1. A repository and its forks share one, as they do at GitHub: an object that
 * was pushed to a fork can be read through the parent.
 */
export class ObjectDatabase {
  readonly #blobs = new Map<string, Uint8Array>();
  readonly #trees = new Map<string, readonly GitTreeEntry[]>();
  readonly #commits = new Map<string, GitCommit>();

  addBlob(bytes: Uint8Array): string {
    const sha = hashBlob(bytes);
    this.#blobs.set(sha, bytes);
    return sha;
  }

  addTree(entries: readonly GitTreeEntry[]): string {
    const sha = hashTree(entries);
    this.#trees.set(sha, sortLikeGit(entries));
    return sha;
  }

  addCommit(commit: GitCommit): string {
    const sha = hashCommit(commit);
    this.#commits.set(sha, commit);
    return sha;
  }

  blob(sha: string): Uint8Array | undefined {
    return this.#blobs.get(sha);
  }

  /** Entries in git's order. */
  tree(sha: string): readonly GitTreeEntry[] | undefined {
    return this.#trees.get(sha);
  }

  commit(sha: string): GitCommit | undefined {
    return this.#commits.get(sha);
  }
}
