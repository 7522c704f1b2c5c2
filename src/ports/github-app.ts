/** What is asked of GitHub as the app itself and not as one of its installations. */

/** The app as GitHub knows it. */
export interface AppDescription {
  readonly id: number;
  /** The name in its address, such as `showwork`. */
  readonly slug: string;
  /** What it asks of installations, such as `{ checks: 'write' }`. */
  readonly permissions: Readonly<Record<string, string>>;
  readonly events: readonly string[];
}

/** One attempt of GitHub to bring an event. */
export interface DeliveryAttempt {
  /** Of the attempt. */
  readonly id: number;
  /** Of the event: `X-GitHub-Delivery`, the same for every attempt. */
  readonly guid: string;
  readonly event: string;
  readonly action: string | null;
  readonly attemptedAt: Date;
  /** True where it was answered with a 2xx. */
  readonly arrived: boolean;
  /** GitHub's words for what became of it, such as `OK` or `timed out`. */
  readonly status: string;
}

/** Fails with a `ShowworkError` `GITHUB_…`; each function sends one request unless its description says otherwise. */
export interface GitHubApp {
  readApp(): Promise<AppDescription>;
  /**
   * Attempts of the last days (three at github.com), newest first; a request for each hundred, sent when the attempts
   * before are used up.
   */
  listDeliveries(): AsyncIterable<DeliveryAttempt>;
  /** Asks for the event of an attempt once more. Fails with GITHUB_GONE or GITHUB_REJECTED where it is too old. */
  redeliver(attemptId: number): Promise<void>;
}
