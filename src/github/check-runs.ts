import { z } from 'zod';
import { asShowworkError } from '../errors.ts';
import type { Repository } from '../jobs.ts';
import type { CheckAnnotation, CheckRun } from '../ports.ts';
import { ask, type Session } from './ask.ts';
import { ANNOTATIONS_PER_REQUEST, assertWithinLimits } from './check-run-limits.ts';

const CheckRunAnswer = z.object({ id: z.int().positive() });
const CheckRunsAnswer = z.object({
  check_runs: z.array(z.object({ id: z.int().positive(), external_id: z.string().nullable() })),
});

/** GitHub's largest page. */
const PAGE_SIZE = 100;
/** GitHub keeps 1000 runs of one name in a suite (github.blog changelog 2020-09-14). */
const MAX_PAGES = 10;

/** Creates the run completed, with the first 50 annotations; further ones follow, 50 a request. Answers its id. */
export async function createCheckRun(
  session: Session,
  repository: Repository,
  run: CheckRun,
): Promise<number> {
  assertWithinLimits(run);
  const { id } = await ask(session, repository, {
    use: 'checks',
    doing: `create a check run on commit ${run.headSha}`,
    send: (rest, common) =>
      rest.checks.create({
        ...common,
        name: run.name,
        head_sha: run.headSha,
        external_id: run.externalId,
        status: 'completed',
        conclusion: run.conclusion,
        output: output(run, run.annotations.slice(0, ANNOTATIONS_PER_REQUEST)),
        actions: [...run.actions],
      }),
    answer: CheckRunAnswer,
  });
  await appendAnnotations(session, repository, id, run);
  return id;
}

/** Concludes an existing run again, without annotations. */
export async function updateCheckRun(
  session: Session,
  repository: Repository,
  id: number,
  run: CheckRun,
): Promise<void> {
  assertWithinLimits(run);
  await ask(session, repository, {
    use: 'checks',
    doing: `conclude check run ${id} again`,
    send: (rest, common) =>
      rest.checks.update({
        ...common,
        check_run_id: id,
        status: 'completed',
        conclusion: run.conclusion,
        completed_at: session.clock.now().toISOString(),
        output: output(run, []),
        actions: [...run.actions],
      }),
    answer: CheckRunAnswer,
  });
}

/** Id of this app's newest run with that external id on the commit; null where there is none. */
export async function findCheckRun(
  session: Session,
  repository: Repository,
  headSha: string,
  externalId: string,
): Promise<number | null> {
  const ids: number[] = [];
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const { check_runs } = await ask(session, repository, {
      use: 'checks',
      doing: `list the check runs of commit ${headSha}`,
      send: (rest, common) =>
        rest.checks.listForRef({
          ...common,
          ref: headSha,
          app_id: session.appId,
          filter: 'all',
          per_page: PAGE_SIZE,
          page,
        }),
      answer: CheckRunsAnswer,
    });
    ids.push(...check_runs.filter(run => run.external_id === externalId).map(run => run.id));
    if (check_runs.length < PAGE_SIZE) break;
  }
  return ids.length === 0 ? null : Math.max(...ids);
}

/**
 * An update appends, so that a repeated one would show its annotations twice: each is sent once, and one that fails
 * ends the series. The run stands without the rest; its summary says it all.
 */
async function appendAnnotations(session: Session, repository: Repository, id: number, run: CheckRun) {
  for (let sent = ANNOTATIONS_PER_REQUEST; sent < run.annotations.length; sent += ANNOTATIONS_PER_REQUEST) {
    const batch = run.annotations.slice(sent, sent + ANNOTATIONS_PER_REQUEST);
    try {
      await ask(session, repository, {
        use: 'checks',
        doing: `append annotations to check run ${id}`,
        send: (rest, common) =>
          rest.checks.update({ ...common, check_run_id: id, output: output(run, batch) }),
        answer: CheckRunAnswer,
      });
    } catch (thrown) {
      const { code } = asShowworkError(thrown);
      const lost = run.annotations.length - sent;
      session.logger.warn({ code, checkRunId: id, lost }, 'annotations beyond the first request were lost');
      return;
    }
  }
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
