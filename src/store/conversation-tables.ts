/** The tables of what is said in conversations and in settings files; see `tables.ts` for how values are written. */

export interface PostRow {
  repository_id: number;
  key: string;
  marker: string;
  posted_id: number | null;
  /** Null exactly where `posted_id` is. */
  posted_node_id: string | null;
  digest: string | null;
  intended_at: number;
  replaces_id: number | null;
  replaces_node_id: string | null;
}

export interface AuthorWordRow {
  repository_id: number;
  /** 0: the whole repository. */
  pull_number: number;
  /** The id of a criterion; empty: the project type. */
  criterion: string;
  /** An `AuthorWord` as JSON. */
  word: string;
  said_by: string;
  comment_id: number;
  said_at: number;
}

/** What was found where a settings file is looked for. */
export interface SettingsColumns {
  /** A `SettingsBlob` as JSON. */
  current: string | null;
  last_good: string | null;
  out_of_reach: number;
  looked_at: number;
}

export interface RepositorySettingsRow extends SettingsColumns {
  repository_id: number;
}

/** The owner's `.github` repository: an installation belongs to one owner. */
export interface OwnerSettingsRow extends SettingsColumns {
  installation_id: number;
}

/** Where a comment stands. */
export interface CommentPlace {
  repository_id: number;
  issue_number: number;
  comment_id: number;
}

/** One command and whether it was allowed. */
export interface CommandUseRow extends CommentPlace {
  used_at: number;
  /** Null where it was allowed. */
  refused: string | null;
  /** Null exactly where `refused` is. */
  refused_until: number | null;
  /** 1 where the thread was told of the refusal. */
  told: number;
}

/** One comment of somebody who may not ask. */
export interface CommandDeclineRow extends CommentPlace {
  author: string;
  declined_at: number;
  /** 1 where the author was answered. */
  told: number;
}
