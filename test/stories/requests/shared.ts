/** How often each operation of GitHub's own description (of GraphQL the root field) is asked for, by its id. */
export type Requests = Readonly<Record<string, number>>;

/** By step. */
export type StoryRequests = Readonly<Record<string, Requests>>;

export const TOKEN = 'apps/create-installation-access-token';

/** A push whose README is another one. */
export const CHANGED_README: Requests = { 'checks/create': 1, 'git/get-blob': 1, 'git/get-tree': 1 };

/**
 * The first push of an installation, with a README and a manifest. Tokens: to read, to write check runs, and one for the
 * owner's settings.
 */
export const FIRST_PUSH: Requests = { [TOKEN]: 3, ...CHANGED_README, 'git/get-blob': 2 };

/** A push that changes nothing a verdict hangs on. */
export const SAME_README: Requests = { 'checks/create': 1, 'git/get-tree': 1 };

/** The very first look at a repository with a README alone: tokens for its files, its checks, and its owner's settings. */
export const FIRST_LOOK: Requests = { ...CHANGED_README, [TOKEN]: 3 };

export const NOTHING: Requests = {};
