import { gone } from './calls.ts';

/** An issue as the fake keeps it. */
export interface FakeIssue {
  readonly kind: 'issue';
  title: string;
  body: string;
  open: boolean;
  readonly byApp: boolean;
}

export interface FakePullRequest {
  readonly kind: 'pull-request';
  readonly branch: string;
  headSha: string;
  base: { readonly branch: string; readonly sha: string };
  readonly author: string;
  readonly draft: boolean;
  open: boolean;
}

export type FakeThread = FakeIssue | FakePullRequest;

/** Issues and pull requests share one row of numbers, from 1. */
export class FakeThreads {
  readonly #threads: (FakeThread | null)[] = [];

  /** Answers its number. */
  add(thread: FakeThread): number {
    return this.#threads.push(thread);
  }

  delete(number: number): void {
    this.#threads[number - 1] = null;
  }

  /** Fails with GITHUB_GONE where there is none of that number. */
  get(number: number): FakeThread {
    const thread = this.#threads[number - 1];
    if (thread == null) throw gone(`issue ${number}`);
    return thread;
  }

  /** Fails with GITHUB_GONE where the number is none or a pull request's. */
  issue(number: number): FakeIssue {
    const thread = this.get(number);
    if (thread.kind !== 'issue') throw gone(`plain issue ${number}`);
    return thread;
  }

  /** Fails with GITHUB_GONE where the number is none or an issue's. */
  pullRequest(number: number): FakePullRequest {
    const thread = this.get(number);
    if (thread.kind !== 'pull-request') throw gone(`pull request ${number}`);
    return thread;
  }

  issues(): { readonly number: number; readonly issue: FakeIssue }[] {
    return this.#threads.flatMap((issue, index) =>
      issue?.kind === 'issue' ? [{ number: index + 1, issue }] : [],
    );
  }

  pullRequests(): FakePullRequest[] {
    return this.numberedPullRequests().map(({ pull }) => pull);
  }

  numberedPullRequests(): { readonly number: number; readonly pull: FakePullRequest }[] {
    return this.#threads.flatMap((pull, index) =>
      pull?.kind === 'pull-request' ? [{ number: index + 1, pull }] : [],
    );
  }
}
