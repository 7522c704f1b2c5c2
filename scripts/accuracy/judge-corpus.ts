/** Lets the engine judge READMEs of a corpus folder, in this process. */
import { explainVerdicts, judge } from '../../src/engine/judge.ts';
import type { Yardstick } from '../../src/engine/yardstick.ts';
import type { ReviewRequest } from '../../src/ports.ts';
import type { Report } from '../../src/review/report.ts';
import type { Label } from '../corpus/labels.ts';
import { readRequest } from '../corpus/read-request.ts';
import type { Judged } from './scorecard.ts';

/** One report for each README path (relative to `corpus`), in the order given. */
export function judgeReadmes(corpus: string, readmes: readonly string[], yardstick: Yardstick): Report[] {
  return readmes.map(readme => judge(readRequest(corpus, readme), yardstick));
}

export function judgeLabelled(corpus: string, labels: readonly Label[], yardstick: Yardstick): Judged[] {
  return labels.map(label => {
    const request = readRequest(corpus, label.readme);
    return { label, report: judge(request, yardstick), chances: chancesFor(request, yardstick) };
  });
}

function chancesFor(request: ReviewRequest, yardstick: Yardstick): Judged['chances'] {
  const criteria = explainVerdicts(request, yardstick)?.criteria ?? [];
  return new Map(
    criteria.flatMap(({ id, model }) =>
      model === undefined
        ? []
        : [[id, { atLeastThin: model.thin.probability, present: model.present.probability }] as const],
    ),
  );
}
