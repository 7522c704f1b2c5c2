import type { Instruction, Job, Repository } from '../jobs.ts';

/** A job that was given up. */
export interface DeadLetter {
  /** As the learner was told it. */
  readonly referenceId: string;
  /** What was to be done; null where it cannot be read by this version. */
  readonly job: Job | null;
  /** Of an instruction: its kind, such as `comment`; null where it is gone, or where it was a target. */
  readonly instruction: Instruction['kind'] | null;
  readonly installationId: number;
  /** Null where it was about the installation, or where the repository is gone. */
  readonly repository: Pick<Repository, 'owner' | 'name'> | null;
  /** Of the error catalogue, or of a newer version's. */
  readonly code: string;
  /** For the operator; ids and GitHub's words, never what stands in a README. */
  readonly detail: string;
  readonly diedAt: Date;
  /** When the learner was told; null where nobody could be. */
  readonly toldAt: Date | null;
  readonly retriedAt: Date | null;
}

/**
 * `unknown`: there is no such letter. `gone`: what it was about is no longer stored, or was done meanwhile. `unreadable`:
 * this version cannot read it.
 */
export type Retried = 'waiting' | 'unknown' | 'gone' | 'unreadable';

/** For operators, also from a process beside the server. */
export interface DeadLetters {
  /** Newest first. `open`: only those that were not tried again. */
  list(which: 'open' | 'all'): Promise<readonly DeadLetter[]>;
  find(referenceId: string): Promise<DeadLetter | null>;
  /** Lets it run again as if it were new; the reference id stays for the record. */
  retry(referenceId: string): Promise<Retried>;
}
