import type { GitHubServer } from '../ports.ts';
import { type Finding, ok, problem, warning } from './finding.ts';

const CHECK = 'clock';

/**
 * Tokens are dated 30 seconds back (universal-github-app-jwt), and GitHub takes none from its future: a clock that is
 * further ahead cannot sign in. One that is behind can for nine minutes more, and dates everything wrong.
 */
const AHEAD_MS = 30_000;
/** GitHub allows for a drift of a minute (docs: generating-a-json-web-token-jwt-for-a-github-app). */
const OFF_MS = 60_000;
/** An answer says its time in whole seconds, and takes a while. */
const NOTICEABLE_MS = 5_000;

const ADVICE = 'Let a time service such as chrony or systemd-timesyncd set it.';

export function checkClock({ time }: GitHubServer): Finding | null {
  if (time === null) return null;
  const aheadMs = time.ours.getTime() - time.theirs.getTime();
  const offMs = Math.abs(aheadMs);
  if (offMs <= NOTICEABLE_MS) return ok(CHECK, 'It agrees with GitHub’s.');
  const says = `It is ${Math.round(offMs / 1000)} seconds ${aheadMs > 0 ? 'ahead of' : 'behind'} GitHub’s.`;
  return aheadMs > AHEAD_MS || offMs > OFF_MS ? problem(CHECK, says, ADVICE) : warning(CHECK, says, ADVICE);
}
