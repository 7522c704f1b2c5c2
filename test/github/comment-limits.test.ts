import { describe, expect, it } from '@jest/globals';
import { assertPostable, MAX_COMMENT_BYTES, MAX_TITLE_CHARACTERS } from '../../src/github/comment-limits.ts';

describe("GitHub's limits of a comment or an issue", () => {
  it.each([
    ['body', MAX_COMMENT_BYTES, 'bytes', (size: number) => ({ body: 'a'.repeat(size) })],
    ['title', MAX_TITLE_CHARACTERS, 'characters', (size: number) => ({ title: '🙂'.repeat(size) })],
  ])('%s: %i is sent, one more is not', (field, limit, unit, ofSize) => {
    expect(() => assertPostable(ofSize(limit))).not.toThrow();
    expect(() => assertPostable(ofSize(limit + 1))).toThrow(
      expect.objectContaining({
        code: 'GITHUB_REJECTED',
        message: expect.stringContaining(`the ${field} has ${limit + 1} ${unit}, the limit is ${limit}`),
      }),
    );
  });

  it('count the bytes of a body, not its characters', () => {
    expect(() => assertPostable({ body: 'é'.repeat(MAX_COMMENT_BYTES / 2 + 1) })).toThrow();
  });
});
