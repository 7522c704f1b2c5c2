import type { GitHubServer } from '../ports.ts';
import { type Finding, ok, problem } from './finding.ts';

const CHECK = 'github';

/** Versions of the REST API, one of which every request names, came with 3.9 (docs: enterprise-server@3.9, release notes). */
const OLDEST = [3, 9] as const;

/** Null where GitHub is not an Enterprise Server. */
export function checkEnterprise({ enterpriseVersion }: GitHubServer): Finding | null {
  if (enterpriseVersion === null) return null;
  const [major = 0, minor = 0] = enterpriseVersion.split('.').map(Number);
  const isNew = major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
  if (isNew) return ok(CHECK, `It is an Enterprise Server ${enterpriseVersion}.`);
  return problem(
    CHECK,
    `It is an Enterprise Server ${enterpriseVersion}, and ${OLDEST.join('.')} is the oldest that works.`,
    'Upgrade GitHub Enterprise Server.',
  );
}
