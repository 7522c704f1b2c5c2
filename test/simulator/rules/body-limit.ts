import { validationFailed } from '../answer.ts';
import type { Limits } from '../limits.ts';

/** Fails with GitHub's 422 where what an issue or a comment says is too long. */
export function enforceBodyLimit(resource: 'Issue' | 'IssueComment', body: string, limits: Limits): void {
  const most = limits.bodyBytes;
  if (Buffer.byteLength(body) <= most) return;
  throw validationFailed(resource, 'body', `body is too long (maximum is ${most} characters)`);
}
