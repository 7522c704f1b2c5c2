/** The manifest with which GitHub registers the app (docs: apps/sharing-github-apps/registering-a-github-app-from-a-manifest). */
import type { AppFile } from './app-file.ts';

/** GitHub takes no longer name (docs: apps/creating-github-apps/registering-a-github-app/registering-a-github-app). */
export const MAX_NAME_CHARACTERS = 34;

/** What only the operator knows. */
export interface Place {
  /** Unique at GitHub; at most `MAX_NAME_CHARACTERS`. */
  readonly name: string;
  /** Where people read about this installation. */
  readonly homepageUrl: string;
  readonly webhookUrl: string;
}

export interface Manifest {
  readonly name: string;
  readonly url: string;
  readonly description: string;
  readonly hook_attributes: { readonly url: string; readonly active: true };
  /** Where GitHub sends the browser with a code. */
  readonly redirect_url: string;
  readonly public: boolean;
  readonly default_permissions: Readonly<Record<string, string>>;
  readonly default_events: readonly string[];
}

export function makeManifest(file: AppFile, place: Place, redirectUrl: string): Manifest {
  return {
    name: place.name,
    url: place.homepageUrl,
    description: file.description,
    hook_attributes: { url: place.webhookUrl, active: true },
    redirect_url: redirectUrl,
    public: file.public,
    default_permissions: file.default_permissions,
    default_events: file.default_events,
  };
}
