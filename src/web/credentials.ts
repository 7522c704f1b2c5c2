/** Whether GitHub accepts the credentials of the app, as of the last request that showed them. */
import type { GitHubRequest, Observer } from '../ports.ts';

/** `unknown` until the first answer. */
export type CredentialsState = 'unknown' | 'accepted' | 'refused';

export interface CredentialsWatch {
  state(): CredentialsState;
  /** Takes note of the request where it was made as the app. */
  note(request: GitHubRequest): void;
}

/** Only these are made with the app's own key; the others carry a token of an installation. */
const AS_THE_APP = 'apps/';
/** GitHub answers this one with 404 to an app id that it does not know ("Integration not found"). */
const WHO_AM_I = 'apps/get-authenticated';

export function watchCredentials(): CredentialsWatch {
  let state: CredentialsState = 'unknown';
  return {
    state: () => state,
    note({ operation, outcome }) {
      if (!operation.startsWith(AS_THE_APP)) return;
      if (outcome === 'ok') state = 'accepted';
      if (outcome === 'GITHUB_UNAUTHORIZED') state = 'refused';
      if (outcome === 'GITHUB_GONE' && operation === WHO_AM_I) state = 'refused';
    },
  };
}

/** The observer, with every request shown to the watch first. */
export function withCredentials(observer: Observer, watch: CredentialsWatch): Observer {
  return {
    ...observer,
    askedGitHub(request) {
      watch.note(request);
      observer.askedGitHub(request);
    },
  };
}
