/** What the store says of itself, for readiness and metrics. */

export interface JobCounts {
  /** Their time has come. */
  readonly ready: number;
  /** They wait for a time: a retry, a limit, a write slot. */
  readonly delayed: number;
  readonly running: number;
}

export interface QueueState {
  readonly jobs: JobCounts;
  /**
   * Since when the job waits that is ready for longest, of those that somebody waits for and of those in the background;
   * null where none is ready.
   */
  readonly readySince: { readonly prompt: Date | null; readonly background: Date | null };
  /** Jobs that were given up and are still kept, by code of the error catalogue, in the order of the codes. */
  readonly deadLetters: readonly { readonly code: string; readonly count: number }[];
}

/** The queue of all processes together, as it is now. */
export interface QueueStats {
  read(): Promise<QueueState>;
}

/** Whether the store takes writes; a full or read-only database still answers questions. */
export interface WriteProbe {
  /** Rejects where it does not. */
  checkWritable(): Promise<void>;
}
