import {
  type GitHubRequest,
  type JudgedCriterion,
  type LimitHit,
  type Observer,
  UNOBSERVED,
} from '../../src/ports.ts';

export interface CollectingObserver extends Observer {
  readonly requests: readonly GitHubRequest[];
  readonly limits: readonly LimitHit[];
  readonly reviews: readonly { readonly seconds: number; readonly verdicts: readonly JudgedCriterion[] }[];
  readonly threads: readonly string[];
  readonly rounds: readonly string[];
}

/** An observer whose counts a test can read. */
export function createCollectingObserver(): CollectingObserver {
  const requests: GitHubRequest[] = [];
  const limits: LimitHit[] = [];
  const reviews: { seconds: number; verdicts: readonly JudgedCriterion[] }[] = [];
  const threads: string[] = [];
  const rounds: string[] = [];
  return {
    ...UNOBSERVED,
    requests,
    limits,
    reviews,
    threads,
    rounds,
    askedGitHub: request => void requests.push(request),
    limited: limit => void limits.push(limit),
    reviewed: (seconds, verdicts) => void reviews.push({ seconds, verdicts }),
    threadFailed: why => void threads.push(why),
    swept: (sweep, { result, found }) => void rounds.push(`${sweep} ${result} ${found}`),
  };
}
