/** How much is stored about an owner. */
export interface OwnerExtent {
  /** Their repositories as `owner/name`, in order. */
  readonly repositories: readonly string[];
  /** Ids of the installations that are theirs as a whole, in order: settings and limits of those are theirs, too. */
  readonly installations: readonly number[];
}

/** One row as it is stored, what is stored as JSON unpacked. */
export interface StoredRow {
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
}

/** `working`: nothing was deleted, because jobs of theirs run, which would write again what they know. */
export type Forgotten =
  | { readonly kind: 'nothing-stored' }
  | { readonly kind: 'working' }
  | { readonly kind: 'forgotten'; readonly extent: OwnerExtent };

/** For operators, also from a process beside the server: what is stored about an account. Logins in any case. */
export interface OwnerData {
  /** Null where nothing is stored. */
  find(owner: string): Promise<OwnerExtent | null>;
  /** Everything that is stored, a table of an installation or a repository at a time; nothing where `find` is null. */
  export(owner: string): AsyncIterable<StoredRow>;
  /**
   * Deletes what `export` gives but tombstones, which are ids that keep what the app was taken off from coming back. Adds
   * none: where the app is still installed, the next event is the first one. `now` does not wait for running jobs.
   */
  forget(owner: string, when: 'when-idle' | 'now'): Promise<Forgotten>;
}
