import { z } from 'zod';
import type { Repository } from '../jobs.ts';
import type { CheckAnnotation, CheckRun, FoundCheckRun } from '../ports.ts';
import { ask, type Session } from './ask.ts';
import { ANNOTATIONS_PER_REQUEST, assertWithinLimits } from './check-run-limits.ts';
import { listPages } from './paging.ts';

const CheckRunAnswer = z.object({ id: z.int().positive() });
const CheckRunsAnswer = z.object({
  check_runs: z.array(
    z.object({
      id: z.int().positive(),
      external_id: z.string().nullable(),
      status: z.string(),
      output: z.object({ annotations_count: z.int().nonnegative() }),
    }),
  ),
});

/** GitHub keeps 1000 runs of one name in a suite (github.blog changelog 2020-09-14), a hundred on a page. */
const MAX_PAGES = 10;

/**
 * Creates the run completed, with up to 50 annotations. With more it is in progress until the last have followed.
 * @throws ShowworkError also where a later request failed; the run then stands in progress, and `findCheckRun` tells
 *   how far it got.
 */
export async function createCheckRun(
  session: Session,
  repository: Repository,
  run: CheckRun,
): Promise<number> {
  assertWithinLimits(run);
  const first = run.annotations.slice(0, ANNOTATIONS_PER_REQUEST);
  const isWhole = first.length === run.annotations.length;
  const { id } = await ask(session, repository, {
    use: 'checks',
    doing: `create a check run on commit ${run.headSha}`,
    send: (rest, common) =>
      rest.checks.create({
        ...common,
        name: run.name,
        head_sha: run.headSha,
        external_id: run.externalId,
        ...(isWhole ? conclusion(run) : { status: 'in_progress' }),
        output: output(run, first),
        actions: [...run.actions],
      }),
    answer: CheckRunAnswer,
  });
  if (!isWhole) await completeCheckRun(session, repository, id, run, first.length);
  return id;
}

/**
 * Sends the annotations beyond the first `sent`, 50 a request, and completes the run with the last of these requests.
 * An update appends, so that each is sent once: a request that fails ends the series, and what arrived is counted
 * anew before the rest is tried again.
 */
export async function completeCheckRun(
  session: Session,
  repository: Repository,
  id: number,
  run: CheckRun,
  sent: number,
): Promise<void> {
  assertWithinLimits(run);
  let from = sent;
  do {
    const to = from + ANNOTATIONS_PER_REQUEST;
    const batch = run.annotations.slice(from, to);
    const isLast = to >= run.annotations.length;
    const completed_at = session.clock.now().toISOString();
    await ask(session, repository, {
      use: 'checks',
      doing: isLast ? `conclude check run ${id}` : `append annotations to check run ${id}`,
      send: (rest, common) =>
        rest.checks.update({
          ...common,
          check_run_id: id,
          ...(isLast ? { ...conclusion(run), completed_at } : {}),
          output: output(run, batch),
          actions: [...run.actions],
        }),
      answer: CheckRunAnswer,
    });
    from = to;
  } while (from < run.annotations.length);
}

/** Concludes an existing run again, without annotations. */
export async function updateCheckRun(
  session: Session,
  repository: Repository,
  id: number,
  run: CheckRun,
): Promise<void> {
  await completeCheckRun(session, repository, id, run, run.annotations.length);
}

/** This app's newest run with that external id on the commit; null where there is none. One request a hundred runs. */
export async function findCheckRun(
  session: Session,
  repository: Repository,
  headSha: string,
  externalId: string,
): Promise<FoundCheckRun | null> {
  const runs = listPages(MAX_PAGES, async page => {
    const { check_runs } = await ask(session, repository, {
      use: 'checks',
      doing: `list the check runs of commit ${headSha}`,
      send: (rest, common) =>
        rest.checks.listForRef({
          ...common,
          ref: headSha,
          app_id: session.appId,
          filter: 'all',
          ...page,
        }),
      answer: CheckRunsAnswer,
    });
    return check_runs;
  });
  let found: FoundCheckRun | null = null;
  for await (const { id, external_id, status, output } of runs) {
    if (external_id !== externalId || (found !== null && found.id > id)) continue;
    found = { id, completed: status === 'completed', annotations: output.annotations_count };
  }
  return found;
}

function conclusion(run: CheckRun) {
  return { status: 'completed' as const, conclusion: run.conclusion };
}

function output(run: CheckRun, annotations: readonly CheckAnnotation[]) {
  const { title, summary } = run;
  return annotations.length === 0
    ? { title, summary }
    : { title, summary, annotations: annotations.map(toWire) };
}

function toWire({ path, startLine, endLine, level, title, message }: CheckAnnotation) {
  return { path, start_line: startLine, end_line: endLine, annotation_level: level, title, message };
}
