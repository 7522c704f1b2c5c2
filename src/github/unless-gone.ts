import { ShowworkError } from '../errors.ts';

/** The answer, or null where GitHub says that what was asked for is not there. */
export async function unlessGone<Answer>(asking: Promise<Answer>): Promise<Answer | null> {
  try {
    return await asking;
  } catch (thrown) {
    if (thrown instanceof ShowworkError && thrown.code === 'GITHUB_GONE') return null;
    throw thrown;
  }
}
