/** Lets the engine judge READMEs of a corpus folder, in this process. */
import { readBuiltinRubric } from '../../src/engine/builtin-rubric.ts';
import { readEngineVersion } from '../../src/engine/engine-version.ts';
import { judge } from '../../src/engine/judge.ts';
import type { Report } from '../../src/review/report.ts';
import type { Label } from '../corpus/labels.ts';
import { readRequest } from '../corpus/read-request.ts';
import type { Judged } from './scorecard.ts';

/** One report for each README path (relative to `corpus`), in the order given. */
export function judgeReadmes(corpus: string, readmes: readonly string[]): Report[] {
  const yardstick = { rubric: readBuiltinRubric(), engineVersion: readEngineVersion() };
  return readmes.map(readme => judge(readRequest(corpus, readme), yardstick));
}

export function judgeLabelled(corpus: string, labels: readonly Label[]): Judged[] {
  const reports = judgeReadmes(
    corpus,
    labels.map(label => label.readme),
  );
  return labels.flatMap((label, index) => {
    const report = reports[index];
    return report === undefined ? [] : [{ label, report }];
  });
}
