/** How often each operation of GitHub's own description (of GraphQL the root field) is asked for, by its id. */
export type Requests = Readonly<Record<string, number>>;

/** By step. */
export type StoryRequests = Readonly<Record<string, Requests>>;

export const TOKEN = 'apps/create-installation-access-token';

/** A push whose README is another one; the first of an installation takes its tokens too. */
export const CHANGED_README: Requests = { 'checks/create': 1, 'git/get-blob': 1, 'git/get-tree': 1 };

/** A push that changes nothing a verdict hangs on. */
export const SAME_README: Requests = { 'checks/create': 1, 'git/get-tree': 1 };
