import type { Issue, Permissions } from '../state/records.ts';

/** On a pull request either permission will do, on a plain issue only `issues`. */
export function talkPermissions(issue: Issue, level: 'read' | 'write'): readonly Permissions[] {
  return issue.pull === null ? [{ issues: level }] : [{ pull_requests: level }, { issues: level }];
}
