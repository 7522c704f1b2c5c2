/** A README from its bytes to all that is said of it. */
import { readBuiltinYardstick } from '../../../src/engine/builtin-yardstick.ts';
import { judge } from '../../../src/engine/judge.ts';
import { MAX_README_BYTES } from '../../../src/ports.ts';
import { renderCheckRun } from '../../../src/render/check-run.ts';
import { renderComment } from '../../../src/render/comment/render-comment.ts';
import { renderJson } from '../../../src/render/json.ts';
import { renderJobSummary } from '../../../src/render/markdown-report.ts';
import { renderSarif } from '../../../src/render/sarif.ts';
import { renderTerminal } from '../../../src/render/terminal.ts';
import { compare, snapshotOf } from '../../../src/review/delta.ts';
import type { Report } from '../../../src/review/report.ts';
import { requestFor, TIDES } from '../../../test/engine/requests.ts';
import { commentInput } from '../../../test/helpers/example-comment.ts';
import { PLACE } from '../../../test/helpers/example-reports.ts';
import type { Target, Work } from '../target.ts';
import { README_HEADS, readmeDictionary, readmeTexts } from './readme-texts.ts';
import {
  problemsOfCheckRun,
  problemsOfComment,
  problemsOfReport,
  problemsOfTerminal,
} from './report-oracles.ts';
import { UNPAINTED } from './unpainted.ts';

const YARDSTICK = readBuiltinYardstick();
const BEFORE = snapshotOf('b'.repeat(40), [judge(requestFor(TIDES), YARDSTICK)]);
/** A manifest and a folder, so that facts speak, too. */
const AROUND = {
  paths: ['README.md', 'requirements.txt', 'projects/tides/README.md'],
  manifests: [
    {
      path: 'requirements.txt',
      bytes: new TextEncoder().encode('langchain\nchromadb\nmlflow\nscikit-learn\n'),
    },
  ],
};

const README: Omit<Target, 'name' | 'turns' | 'run'> = {
  longest: MAX_README_BYTES,
  seeds: readmeTexts,
  dictionary: readmeDictionary(),
  heads: README_HEADS,
};

export const readme: Target = {
  ...README,
  name: 'readme',
  turns: 4,
  run: text => work(new TextEncoder().encode(text)),
};

/** Each character is a byte: READMEs in no encoding, and in UTF-16. */
export const readmeBytes: Target = {
  ...README,
  name: 'readme-bytes',
  turns: 1,
  seeds: () => [
    ...readmeTexts().slice(0, 12),
    Buffer.from(`\ufeff${TIDES}`, 'utf16le').toString('latin1'),
    Buffer.from(`\ufeff${TIDES}`, 'utf16le').swap16().toString('latin1'),
    Buffer.from(`\ufeff${TIDES}`).toString('latin1'),
    Buffer.from(`${TIDES}\n我们选择它，因为很快。\n`).toString('latin1'),
  ],
  run: text => work(Buffer.from(text, 'latin1')),
};

function work(bytes: Uint8Array): Work {
  const report = judge(requestFor(bytes, AROUND), YARDSTICK);
  const delta = compare(BEFORE, snapshotOf(PLACE.headSha, [report]));
  const checkRun = renderCheckRun({ kind: 'reviewed', reports: [report] }, PLACE, { delta });
  const input = commentInput({ reports: [report], delta });
  const { body, state } = renderComment(input);
  const terminal = renderTerminal(report, { paint: UNPAINTED, width: 80 });
  const named = [{ report, name: '.' }];
  const files = [renderJson([report]), renderJobSummary(named), renderSarif(named)];
  return {
    output: JSON.stringify([report, checkRun, body, state, terminal, ...files]),
    refused: isRefused(report),
    problems: () => [
      ...problemsOfReport(report, bytes),
      ...problemsOfCheckRun(checkRun),
      ...problemsOfComment(body, [input.marker]),
      ...problemsOfTerminal(terminal),
    ],
  };
}

/** By the estimate of what reading it would cost, or by its size. */
function isRefused({ notes, criteria }: Report): boolean {
  const codes = [...notes, ...criteria.flatMap(({ findings }) => findings)].map(({ code }) => code);
  return codes.includes('readme-too-complex') || codes.includes('readme-too-large');
}
