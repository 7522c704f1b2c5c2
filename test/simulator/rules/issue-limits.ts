import { validationFailed } from '../answer.ts';
import type { Limits } from '../limits.ts';

/** Fails with GitHub's 422 where what an issue or a comment says is too long. Sources of the figures: `limits.ts`. */
export function enforceBodyLimit(resource: 'Issue' | 'IssueComment', body: string, limits: Limits): void {
  if (Buffer.byteLength(body) > limits.bodyBytes) throw tooLong(resource, 'body', limits.bodyBytes);
}

/** Fails with GitHub's 422 where a title is blank or too long. */
export function enforceTitle(title: string, limits: Limits): void {
  if (title.trim() === '') throw validationFailed('Issue', 'title', "title can't be blank");
  if (title.length > limits.issueTitleCharacters)
    throw tooLong('Issue', 'title', limits.issueTitleCharacters);
}

function tooLong(resource: string, field: string, most: number) {
  return validationFailed(resource, field, `${field} is too long (maximum is ${most} characters)`);
}
