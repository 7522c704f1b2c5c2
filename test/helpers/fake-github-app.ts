import { ShowworkError } from '../../src/errors.ts';
import type { DeliveryAttempt, GitHubApp } from '../../src/ports.ts';

export interface FakeGitHubApp {
  readonly app: GitHubApp;
  /** Every attempt, newest first. */
  readonly attempts: readonly DeliveryAttempt[];
  /** Attempts that were asked for again, in order. */
  readonly redelivered: readonly string[];
  /** One more attempt; of a new event unless `guid` is given. Answers the event's guid. */
  attempt(options: { arrived: boolean; at?: Date; guid?: string }): string;
  setReachable(reachable: boolean): void;
  /** The next request to deliver again fails. */
  failNext(error: ShowworkError): void;
}

/** The app as values: deliveries that a test makes up, and what is asked for again. */
export function createFakeGitHubApp(now: () => Date = () => new Date()): FakeGitHubApp {
  const attempts: DeliveryAttempt[] = [];
  const redelivered: string[] = [];
  const failures: ShowworkError[] = [];
  let reachable = false;
  // The first attempt of all is older than anything that is listed.
  let lastId = 1;

  function attempt({ arrived, at = now(), guid }: { arrived: boolean; at?: Date; guid?: string }): string {
    lastId += 1;
    const of = guid ?? `guid-${lastId}`;
    const status = arrived ? 'OK' : 'failed to connect to host';
    attempts.push({ id: lastId, guid: of, event: 'push', action: null, attemptedAt: at, arrived, status });
    attempts.sort((one, other) => +other.attemptedAt - +one.attemptedAt || other.id - one.id);
    return of;
  }

  return {
    attempts,
    redelivered,
    attempt,
    setReachable(now) {
      reachable = now;
    },
    failNext: error => void failures.push(error),
    app: {
      readApp: async () => ({ id: 1, slug: 'showwork', permissions: { checks: 'write' }, events: ['push'] }),
      async *listDeliveries() {
        yield* [...attempts];
      },
      async redeliver(attemptId) {
        const failure = failures.shift();
        if (failure !== undefined) throw failure;
        const known = attempts.find(({ id }) => id === attemptId);
        if (known === undefined) throw new ShowworkError('GITHUB_GONE', `no attempt ${attemptId}`);
        redelivered.push(known.guid);
        attempt({ arrived: reachable, guid: known.guid });
      },
    },
  };
}
