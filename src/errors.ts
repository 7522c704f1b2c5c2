/**
 * The catalogue of what can go wrong. Each code has a sentence for the learner, who did nothing wrong, and one
 * for the operator, who can act. `docs/errors.md` is generated from this table.
 */
interface CatalogueEntry {
  /** Whether trying again later can help. */
  readonly retryable: boolean;
  readonly learner: string;
  readonly operator: string;
}

export const ERRORS = {
  GITHUB_UNAVAILABLE: {
    retryable: true,
    learner: 'GitHub did not answer while this commit was being read.',
    operator:
      'GitHub answered 5xx, timed out or closed the connection. Nothing to do unless it lasts: see githubstatus.com.',
  },
  GITHUB_RATE_LIMITED: {
    retryable: true,
    learner: 'GitHub asked this app to slow down; the review follows by itself.',
    operator:
      'A primary or secondary rate limit was hit. The installation is paused until the time GitHub gave.',
  },
  GITHUB_UNAUTHORIZED: {
    retryable: true,
    learner: 'This app could not sign in to GitHub. Its operator has been told.',
    operator:
      'GitHub refused the app credentials or the installation token (401). Check APP_ID, PRIVATE_KEY and the clock.',
  },
  GITHUB_FORBIDDEN: {
    retryable: false,
    learner: 'This app lacks a permission it needs on this repository.',
    operator:
      'GitHub answered 403 without a rate limit. Compare the granted permissions with app.yml and ask the owner to approve them.',
  },
  GITHUB_SUSPENDED: {
    retryable: true,
    learner: 'This app is suspended here; the review follows once the owner lets it work again.',
    operator:
      'The owner suspended the installation. No action needed: GitHub tells this app when the suspension is over.',
  },
  GITHUB_GONE: {
    retryable: false,
    learner: 'The commit or the repository is no longer there, or this app is no longer installed on it.',
    operator:
      'GitHub answered 404, 410 or 451: uninstalled, deleted, renamed away or force-pushed. No action needed.',
  },
  GITHUB_REJECTED: {
    retryable: false,
    learner: 'GitHub did not accept the result of this review.',
    operator:
      'GitHub answered 422 or another 4xx to a request this app built. That is a bug: please report it with the reference id.',
  },
  GITHUB_UNREADABLE: {
    retryable: true,
    learner: 'GitHub sent an answer that this app could not read.',
    operator:
      'The response was not the JSON that the API description promises: a proxy in between, an outage, or a changed API.',
  },
  REVIEW_TIMED_OUT: {
    retryable: true,
    learner: 'Reading this README took longer than the time limit.',
    operator:
      'The review thread was stopped at its time limit although the cost estimate had accepted the README. Please report the README.',
  },
  REVIEW_CRASHED: {
    retryable: true,
    learner: 'Something went wrong on our side while this README was being read.',
    operator: 'The review thread threw or died. The log entry with the reference id has the stack.',
  },
  RUBRIC_INVALID: {
    retryable: false,
    learner: 'The rubric that should judge this README has a mistake.',
    operator: 'A rubric file does not match its schema. The message says file, line and column.',
  },
  STORE_UNAVAILABLE: {
    retryable: true,
    learner: 'This app could not reach its own records; the review follows by itself.',
    operator: 'The database did not answer, is full or is read-only.',
  },
  PAYLOAD_INVALID: {
    retryable: false,
    learner: 'A stored request could not be read back.',
    operator: 'A job or row does not match its schema, most likely written by a newer version.',
  },
  INTERNAL: {
    retryable: true,
    learner: 'Something went wrong on our side.',
    operator: 'An error that no other code covers. The log entry with the reference id has the stack.',
  },
} as const satisfies Record<string, CatalogueEntry>;

export type ErrorCode = keyof typeof ERRORS;

/** An error with a code of the catalogue. `retryAt` is the earliest time at which trying again makes sense. */
export class ShowworkError extends Error {
  override readonly name = 'ShowworkError';
  readonly code: ErrorCode;
  readonly retryAt: Date | undefined;

  constructor(code: ErrorCode, detail: string, options: { cause?: unknown; retryAt?: Date } = {}) {
    super(`${code}: ${detail}`, { cause: options.cause });
    this.code = code;
    this.retryAt = options.retryAt;
  }

  get retryable(): boolean {
    return ERRORS[this.code].retryable;
  }
}

/** Any thrown value as a `ShowworkError`; what the catalogue does not know becomes `INTERNAL`. */
export function asShowworkError(thrown: unknown): ShowworkError {
  if (thrown instanceof ShowworkError) return thrown;
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return new ShowworkError('INTERNAL', detail, { cause: thrown });
}
