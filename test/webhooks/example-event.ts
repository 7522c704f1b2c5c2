/** What the hand-written payloads of these tests have in common. */
export const APP = 12;
export const CONTEXT = { appId: APP };
export const HEAD = 'c0ffee'.padEnd(40, '0');

export const REPOSITORY = {
  id: 7,
  name: 'portfolio',
  owner: { login: 'ada' },
  default_branch: 'main',
  private: true,
  pushed_at: 1_700_000_000,
};
/** The repository in our words. */
export const OUR_REPOSITORY = {
  installationId: 3,
  repositoryId: 7,
  owner: 'ada',
  name: 'portfolio',
  defaultBranch: 'main',
  private: true,
};
export const EVENT = { installation: { id: 3 }, repository: REPOSITORY, sender: { type: 'User' } };
