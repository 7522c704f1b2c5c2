/**
 * What is made of a hostile README or comment beside the verdicts: how they came about, what is shown of them, and what a
 * comment asks for. Counted in processor time, at a tenth of the text that `growth.test.ts` judges, with a wide margin.
 */
import { beforeAll, expect, test } from '@jest/globals';
import { readComment } from '../../src/commands/read-comment.ts';
import { readBuiltinYardstick } from '../../src/engine/builtin-yardstick.ts';
import { explainVerdicts, judge } from '../../src/engine/judge.ts';
import { MAX_COMMENT_CHARACTERS } from '../../src/jobs.ts';
import { renderCheckRun } from '../../src/render/check-run.ts';
import { renderComment } from '../../src/render/comment/render-comment.ts';
import { renderDashboard } from '../../src/render/dashboard/render-dashboard.ts';
import { renderExplanation } from '../../src/render/explanation.ts';
import { renderJson } from '../../src/render/json.ts';
import { renderMarkdown } from '../../src/render/markdown-report.ts';
import { dashboardMarker, reviewMarker } from '../../src/render/marker.ts';
import { renderSarif } from '../../src/render/sarif.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import type { Report } from '../../src/review/report.ts';
import { requestFor, TIDES } from '../engine/requests.ts';
import { PLACE } from '../helpers/example-reports.ts';
import { processorTime } from './processor-time.ts';
import { SHAPES } from './shapes.ts';

const YARDSTICK = readBuiltinYardstick();
/** A fifth of what a thread is given for all of the text (`engine/review-pool.ts`). Milliseconds. */
const TIME_LIMIT = 1_000;
/** A report is bounded, whatever the README's length, so that what is shown of it is too. */
const RENDERING_LIMIT = 300;
const PART = 10;
const README_PART = 50_000 / PART;
const COMMENT_PART = MAX_COMMENT_CHARACTERS / PART;

const plain = (text: string) => text;
const NO_COLOR = { bold: plain, dim: plain, green: plain, yellow: plain, cyan: plain };
const LOOK = { paint: NO_COLOR, width: 80 };

/** Everything that is shown of a report. */
function render(report: Report): void {
  const reports = [report] as const;
  renderCheckRun({ kind: 'reviewed', reports }, PLACE);
  renderComment({
    reports,
    delta: null,
    place: PLACE,
    marker: reviewMarker('t0ken'),
    occasion: 'pull-request',
  });
  renderDashboard({ reports, place: PLACE, marker: dashboardMarker('t0ken') });
  renderTerminal(report, LOOK);
  renderSarif([{ name: 'tides', report }]);
  renderMarkdown(report);
  renderJson(reports);
}

/** Compiled and loaded before anything is counted. */
beforeAll(() => {
  const request = requestFor(TIDES.repeat(10));
  for (let round = 0; round < 10; round += 1) {
    render(judge(request, YARDSTICK));
    renderExplanation(explainVerdicts(request, YARDSTICK), LOOK);
    readComment(`/review\n${TIDES}`);
  }
});

test.each(SHAPES)('$name', ({ build }) => {
  const request = requestFor(`${TIDES}\n${build(README_PART)}`);
  const report = judge(request, YARDSTICK);
  expect(processorTime(() => renderExplanation(explainVerdicts(request, YARDSTICK), LOOK))).toBeLessThan(
    TIME_LIMIT,
  );
  expect(processorTime(() => render(report))).toBeLessThan(RENDERING_LIMIT);
  const comment = `/review explain failures\n${build(COMMENT_PART)}`;
  expect(processorTime(() => readComment(comment))).toBeLessThan(TIME_LIMIT);
});
