/** What a README's standing comes to, without what changes with every commit: for telling whether an edit is due. */
import type { Delta } from '../review/delta.ts';
import type { Report } from '../review/report.ts';
import { changesOf, isNew } from './changes.ts';
import { indexRemarks } from './portfolio-index.ts';
import { standingOf } from './standing.ts';

/** Plain JSON with a fixed order: path, type, verdicts before and now, acceptances; no commit, line or sentence. */
export function standingState(report: Report, delta: Delta | null): unknown {
  const before = new Map(changesOf(delta, report).map(change => [change.id, change.before]));
  return {
    path: report.readme.path,
    type: report.projectType.id,
    kind: standingOf(report).kind,
    isNew: isNew(delta, report),
    index: indexRemarks(report).map(({ code }) => code),
    criteria: report.criteria.map(({ id, verdict, accepted }) => {
      const was = before.get(id);
      return {
        id,
        before: was === undefined ? null : { verdict: was.verdict, accepted: was.accepted },
        now: { verdict, accepted: accepted !== undefined },
      };
    }),
  };
}
