import { ShowworkError } from '../../../src/errors.ts';
import { ANNOTATIONS_PER_REQUEST, assertWithinLimits } from '../../../src/github/check-run-limits.ts';
import type { CheckRun, FoundCheckRun, GitHubChecks } from '../../../src/ports.ts';
import type { GitHubWorld, ShownCheckRun } from '../github-world.ts';
import { type Calls, gone, rejected } from './calls.ts';
import type { FakeGit } from './git.ts';

interface FakeChecks extends Pick<GitHubWorld, 'refuseNextUpdate'> {
  readonly port: GitHubChecks;
  /** Everything posted, oldest first. */
  readonly checkRuns: readonly ShownCheckRun[];
  checkRunsOn(headSha: string): readonly ShownCheckRun[];
}

/** Check runs, each with the annotations that have arrived. */
export function fakeChecks({ objects }: FakeGit, { request, failNext }: Calls): FakeChecks {
  const checkRuns: ShownCheckRun[] = [];

  function create(run: CheckRun): number {
    assertWithinLimits(run);
    if (objects.commit(run.headSha) === undefined) throw rejected(`commit ${run.headSha}`);
    const id = checkRuns.length + 1;
    const annotations = run.annotations.slice(0, ANNOTATIONS_PER_REQUEST);
    const isWhole = annotations.length === run.annotations.length;
    const conclusion = isWhole ? run.conclusion : null;
    checkRuns.push({ ...run, id, annotations, conclusion, concluded: isWhole ? 1 : 0 });
    return id;
  }

  /** Appends the batch, and concludes the run with the last one. */
  function update(id: number, run: CheckRun, from: number): void {
    assertWithinLimits(run);
    const shown = checkRuns[id - 1];
    if (shown === undefined) throw gone(`check run ${id}`);
    const to = from + ANNOTATIONS_PER_REQUEST;
    const isLast = to >= run.annotations.length;
    const { title, summary, actions } = run;
    checkRuns[id - 1] = {
      ...shown,
      title,
      summary,
      actions,
      annotations: [...shown.annotations, ...run.annotations.slice(from, to)],
      conclusion: isLast ? run.conclusion : shown.conclusion,
      concluded: shown.concluded + (isLast ? 1 : 0),
    };
  }

  async function complete(id: number, run: CheckRun, sent: number): Promise<void> {
    let from = sent;
    do {
      const batch = from;
      await request('completeCheckRun', () => update(id, run, batch));
      from += ANNOTATIONS_PER_REQUEST;
    } while (from < run.annotations.length);
  }

  function find(headSha: string, externalId: string): FoundCheckRun | null {
    const found = checkRuns.findLast(run => run.headSha === headSha && run.externalId === externalId);
    if (found === undefined) return null;
    const { id, conclusion, annotations } = found;
    return { id, completed: conclusion !== null, annotations: annotations.length };
  }

  return {
    port: {
      async createCheckRun(_, run) {
        const id = await request('createCheckRun', () => create(run));
        if (run.annotations.length > ANNOTATIONS_PER_REQUEST) {
          await complete(id, run, ANNOTATIONS_PER_REQUEST);
        }
        return id;
      },
      completeCheckRun: (_, id, run, sent) => complete(id, run, sent),
      updateCheckRun: (_, id, run) =>
        request('updateCheckRun', () => update(id, run, run.annotations.length)),
      findCheckRun: (_, headSha, externalId) => request('findCheckRun', () => find(headSha, externalId)),
    },
    checkRuns,
    checkRunsOn: headSha => checkRuns.filter(run => run.headSha === headSha),
    refuseNextUpdate: () =>
      failNext('completeCheckRun', new ShowworkError('GITHUB_UNAVAILABLE', 'out of order')),
  };
}
