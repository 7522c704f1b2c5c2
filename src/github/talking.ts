import type { Thread } from '../ports.ts';
import type { TokenUse } from './installation-tokens.ts';

/**
 * What a conversation needs. The paths say `issues` for both; on a pull request GitHub wants its own permission, and
 * that alone suffices (github/docs#43843).
 */
export function talking({ isPullRequest }: Thread): TokenUse {
  return isPullRequest ? 'pull-request-talk' : 'issue-talk';
}
