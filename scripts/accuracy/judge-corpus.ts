/** Lets the engine judge READMEs of a corpus folder, in this process. */
import { judge, type Yardstick } from '../../src/engine/judge.ts';
import type { Report } from '../../src/review/report.ts';
import type { Label } from '../corpus/labels.ts';
import { readRequest } from '../corpus/read-request.ts';
import type { Judged } from './scorecard.ts';

/** One report for each README path (relative to `corpus`), in the order given. */
export function judgeReadmes(corpus: string, readmes: readonly string[], yardstick: Yardstick): Report[] {
  return readmes.map(readme => judge(readRequest(corpus, readme), yardstick));
}

export function judgeLabelled(corpus: string, labels: readonly Label[], yardstick: Yardstick): Judged[] {
  return labels.map(label => ({ label, report: judge(readRequest(corpus, label.readme), yardstick) }));
}
