/** The GitHub App itself, as its operator sees it: made, looked at, and told about its webhooks. */

/** An app that was just registered, with its credentials, which GitHub gives this once. */
export interface RegisteredApp {
  readonly id: number;
  /** The part of its address, such as `showwork`. */
  readonly slug: string;
  readonly name: string;
  /** Its page for people, below which it is installed. */
  readonly htmlUrl: string;
  /** PEM. */
  readonly privateKey: string;
  /** Null where GitHub made none, because the app has no active webhook. */
  readonly webhookSecret: string | null;
}
