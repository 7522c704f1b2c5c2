/** The GitHub App itself, as its operator sees it: made, looked at, and told about its webhooks. */

import type { GitHubApp } from './github-app.ts';

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

/** Permission name to level, such as `{ checks: 'write' }`, and names of events. */
export interface Grants {
  readonly permissions: Readonly<Record<string, string>>;
  readonly events: readonly string[];
}

export interface InspectedApp extends Grants {
  readonly id: number;
  readonly name: string;
  readonly htmlUrl: string;
}

export interface InspectedInstallation extends Grants {
  readonly id: number;
  /** A login; null where the account is gone. */
  readonly account: string | null;
  readonly suspended: boolean;
}

/** The webhook as the settings page has it. */
export interface InspectedHook {
  /** Null where none is set. */
  readonly url: string | null;
  readonly contentType: string;
  readonly hasSecret: boolean;
  readonly checksCertificates: boolean;
}

/** What answers say of the server that sent them, also refusals. */
export interface GitHubServer {
  /** Its time and ours when the answer came; null where none said. */
  readonly time: { readonly theirs: Date; readonly ours: Date } | null;
  /** Of GitHub Enterprise Server, such as `3.17.2`; null elsewhere. */
  readonly enterpriseVersion: string | null;
}

/** What `showwork doctor` asks GitHub as the app. Fails with a `ShowworkError` `GITHUB_…`. */
export interface AppInspection {
  readApp(): Promise<InspectedApp>;
  /** A request for each hundred, sent when those before are used up. */
  listInstallations(): AsyncIterable<InspectedInstallation>;
  readHook(): Promise<InspectedHook>;
  readonly listDeliveries: GitHubApp['listDeliveries'];
  /** As the newest answer said. */
  server(): GitHubServer;
}
