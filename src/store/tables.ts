/**
 * The tables as Kysely sees them, the same in both sizes of the store. Times are milliseconds since 1970 unless a name
 * says otherwise, truth values 0 or 1, and JSON is text: what SQLite and PostgreSQL both know.
 */
import type { Generated, Kysely, Transaction } from 'kysely';
import type {
  AuthorWordRow,
  CommandDeclineRow,
  CommandUseRow,
  OwnerSettingsRow,
  PostRow,
  RepositorySettingsRow,
} from './conversation-tables.ts';

/** The newest that any delivery said about a repository. Everything about it hangs on this row and goes with it. */
export interface RepositoryRow {
  repository_id: number;
  installation_id: number;
  owner: string;
  name: string;
  default_branch: string;
  private: number;
  /** Seconds since 1970, from the payload; 0 where only an instruction named the repository so far. */
  observed_at: number;
}

/** What is known of a repository, and what the sweeps keep beside it. */
interface RepositoriesTable extends RepositoryRow {
  /** When its heads are to be compared with GitHub's; null where they never were. */
  reconcile_at: number | null;
}

export interface TargetRow {
  key: string;
  repository_id: number;
  kind: string;
  /** Of a pull request its head branch; null where that is in a fork. */
  branch: string | null;
  pull_number: number | null;
  head: string | null;
  /** Seconds since 1970, from the payload. */
  head_observed_at: number;
  requested: number;
  done: number;
  requested_at: number;
  /** A `Snapshot` as JSON. */
  last_reviewed: string | null;
  /** When GitHub was last seen to have it, by the reconciliation of heads; null where it never was. */
  seen_at: number | null;
}

export interface InstructionRow {
  id: string;
  kind: string;
  installation_id: number;
  /** Null where it is about the installation. */
  repository_id: number | null;
  payload: string;
  accepted_at: number;
  result: string | null;
  finished_at: number | null;
}

export interface DeliveryRow {
  id: string;
  event: string;
  action: string | null;
  accepted_at: number;
}

/** What was removed, so that late deliveries do not bring it back. `repository_id` 0: the whole installation. */
export interface TombstoneRow {
  installation_id: number;
  repository_id: number;
  removed_at: number;
}

/** A repository whose tombstone was lifted, so that a removal that is carried out late leaves its new rows alone. */
export interface ReturnedRepositoryRow {
  installation_id: number;
  repository_id: number;
  returned_at: number;
}

export interface PublicationRow {
  repository_id: number;
  head_sha: string;
  external_id: string;
  check_run_id: number | null;
  digest: string | null;
  intended_at: number;
  /** A `Snapshot` as JSON. */
  since: string | null;
}

export interface ReportRow {
  repository_id: number;
  inputs_digest: string;
  reports: string;
  saved_at: number;
}

/** See `write-allowance.ts` for the arithmetic. */
export interface WriteLimitRow {
  installation_id: number;
  minute_clear_at: number;
  hour_clear_at: number;
  paused_until: number;
  promised_at: number;
  /** Null: nothing was promised to the background yet. */
  background_promised_at: number | null;
  /** 1 while it is suspended at GitHub. */
  suspended: number | null;
  /** Seconds since 1970, from the payload; null before the first word of it. */
  suspension_observed_at: number | null;
}

/** A job that was given up; what the learner saw carries the reference id. */
export interface DeadLetterRow {
  reference_id: string;
  job_key: string;
  payload: string;
  installation_id: number;
  repository_id: number | null;
  code: string;
  detail: string;
  died_at: number;
  /** When the learner was told; null until then. */
  concluded_at: number | null;
  /** When an operator last had it tried again; null: never. */
  retried_at: number | null;
}

/** A time that is remembered under a name. */
export interface MarkRow {
  name: string;
  marked_at: number;
}

/** A delivery that GitHub could not bring, under its `X-GitHub-Delivery`, until it has arrived or is too old. */
export interface FailedDeliveryRow {
  guid: string;
  /** GitHub's id of one attempt, by which it is asked for again. */
  attempt_id: number;
  failed_at: number;
  /** How often it was asked for again. */
  tries: number;
  try_at: number;
}

/** The queue's own table: one row per key. */
export interface JobRow {
  /** Rises with each new row: the order within a lane. */
  id: Generated<number>;
  key: string;
  /** At most one job of a lane runs, the oldest first. */
  lane: string;
  payload: string;
  installation_id: number;
  repository_id: number | null;
  state: 'waiting' | 'running';
  /** `give-up`: the last attempt failed and the learner has to be told. */
  phase: 'run' | 'give-up';
  /** 1 where it was asked for again while it ran. */
  again: number;
  run_at: number;
  /** 1 where `run_at` is binding (GitHub or the worker named it), so that a newer request may not bring it forward. */
  held: number;
  /** Started attempts of the present phase. */
  attempts: number;
  /** The dead letter that this job has to tell of; null in phase `run`. */
  reference_id: string | null;
  /** 1 where it starts only when nothing else of anybody can. */
  background: number | null;
  /** 1 where what it may be told to wait for ended while it ran. */
  released: number | null;
  /** The process that runs it, or ran it last. */
  holder: string | null;
  /** How often it was asked for since its present run began; null: not at all. */
  asks: number | null;
  /** How many runs in a row it was asked for several times each; null: none. */
  repeats: number | null;
}

/** What one process at a time does. */
export interface LeaseRow {
  name: string;
  /** A process. */
  holder: string;
  expires_at: number;
}

export interface Tables {
  repositories: RepositoriesTable;
  targets: TargetRow;
  instructions: InstructionRow;
  deliveries: DeliveryRow;
  tombstones: TombstoneRow;
  returned_repositories: ReturnedRepositoryRow;
  publications: PublicationRow;
  posts: PostRow;
  author_words: AuthorWordRow;
  repository_settings: RepositorySettingsRow;
  owner_settings: OwnerSettingsRow;
  command_uses: CommandUseRow;
  command_declines: CommandDeclineRow;
  reports: ReportRow;
  write_limits: WriteLimitRow;
  dead_letters: DeadLetterRow;
  marks: MarkRow;
  failed_deliveries: FailedDeliveryRow;
  jobs: JobRow;
  leases: LeaseRow;
}

export type Database = Kysely<Tables>;
/** A parameter of this type says: all of it, or nothing. */
export type Tx = Transaction<Tables>;
