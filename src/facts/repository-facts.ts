/** What the tree and the manifests of a repository say, beside its README. */

/** A tool the repository depends on, where that is written. */
export interface Tool {
  /** Normalised package name: lower case, `_` and `.` folded to `-`. */
  readonly name: string;
  /** Path of the manifest that names it. */
  readonly manifest: string;
  /** 1-based line in that manifest. */
  readonly line: number;
}

export interface RepositoryFacts {
  /** `owner/name` or a folder's name; used for words only, never for a verdict. */
  readonly name: string;
  /** Every path of the tree, sorted; cut where the tree was truncated. */
  readonly paths: readonly string[];
  readonly pathsTruncated: boolean;
  readonly tools: readonly Tool[];
  /** Folders below the root that hold a README of their own, sorted. */
  readonly projects: readonly string[];
}
