import type { z } from 'zod';
import { ShowworkError } from '../errors.ts';

/** The version the schemas were written for (docs: rest/about-the-rest-api/api-versions). */
export const API_VERSION = '2022-11-28';

const NAMED_PLACES = 3;

/**
 * What GitHub answered, in the shape its API description promises.
 * @throws ShowworkError GITHUB_UNREADABLE, with the places that are not as described and without what stands there.
 */
export function readAnswer<Schema extends z.ZodType>(
  schema: Schema,
  data: unknown,
  doing: string,
): z.infer<Schema> {
  const answer = schema.safeParse(data);
  if (answer.success) return answer.data;
  const places = answer.error.issues.map(issue => issue.path.join('.') || 'the whole answer');
  throw new ShowworkError(
    'GITHUB_UNREADABLE',
    `asked to ${doing}, GitHub's answer is not as described at: ${places.slice(0, NAMED_PLACES).join(', ')}`,
  );
}
