import { locateAt } from '../../render/place.ts';
import { explainReply } from '../../render/replies/explain-reply.ts';
import { isDocumented, type Report } from '../../review/report.ts';
import { commitPlace } from '../publishing/commit-place.ts';
import { lookAt } from '../reviewing/look.ts';
import { readmeRequest } from '../reviewing/review-readme.ts';
import type { Tools } from '../tools.ts';
import { type Answer, declined, done } from './answer.ts';
import { askedHead } from './asked-head.ts';
import type { Asked } from './carry-out-command.ts';
import { noSuchCriterion, resolveCriterion } from './resolve-criterion.ts';

/** `/review explain`: why a criterion matters, a weak and a strong example, which lines were considered. */
export async function explain(tools: Tools, { comment }: Asked, written: string): Promise<Answer> {
  const { repository } = comment;
  const head = await askedHead(tools, comment);
  if (head.kind === 'none') return declined(head.why);
  const look = await lookAt(tools, repository, head.headSha, { ...head, asked: false });
  if (look === null) return declined('disabled');
  if (look.review.kind !== 'reviewed') return declined('no-readme');
  const { reports } = look.review;
  const criterion = resolveCriterion(written, reports);
  const report = criterion && reportToExplain(reports, criterion.id);
  const readme = look.readmes.find(chosen => chosen.readme.path === report?.readme.path);
  if (criterion === null || report == null || readme === undefined) return noSuchCriterion(reports);

  const request = await readmeRequest(tools, repository, look.commit, readme, look.terms);
  const explanation = await tools.reviewer.explain(request, criterion.id);
  if (explanation === null) return declined('not-judged');
  const locate = locateAt(commitPlace(tools, repository, head.headSha));
  const result = report.criteria.find(({ id }) => id === criterion.id) ?? null;
  return done(explainReply({ explanation, result, readmePath: report.readme.path, locate }));
}

/** Of several READMEs the first in which there is something to add. */
function reportToExplain(reports: readonly Report[], id: string): Report | undefined {
  const withIt = reports.filter(({ criteria }) => criteria.some(criterion => criterion.id === id));
  const open = withIt.find(({ criteria }) =>
    criteria.some(criterion => criterion.id === id && !isDocumented(criterion)),
  );
  return open ?? withIt[0];
}
