import type { Repository } from '../jobs.ts';
import { publish } from './publish.ts';
import { reviewCommit } from './review-commit.ts';
import type { Tools } from './tools.ts';

/**
 * A fresh look at a commit because somebody asked: it gets an answer also without a README. Answers null when done, else
 * when to come back.
 */
export function reviewAgain(tools: Tools, repository: Repository, headSha: string): Promise<Date | null> {
  return tools.inTurn(repository, headSha, async () => {
    const review = await reviewCommit(tools, repository, headSha);
    return publish(tools, repository, headSha, review, 'once-more');
  });
}
