import { z } from 'zod';
import type { CheckRunView } from '../../src/render/check-run-page.ts';
import type { SimulatedRepository } from '../../test/simulator/simulated-repository.ts';
import type { CheckRun } from '../../test/simulator/state/records.ts';
import { markdownToHtml } from './markdown-to-html.ts';

const Conclusion = z.enum(['success', 'neutral', 'failure']);
const Level = z.enum(['notice', 'warning']);

/** What the simulated GitHub holds of a check run, as the page shows it. */
export function viewOf(repository: SimulatedRepository, run: CheckRun, occasion: string): CheckRunView {
  const annotations = run.annotations.map(annotation => ({
    path: annotation.path,
    startLine: annotation.start_line,
    endLine: annotation.end_line,
    level: Level.parse(annotation.annotation_level),
    title: annotation.title ?? '',
    message: annotation.message,
  }));
  const paths = [...new Set(annotations.map(({ path }) => path))];
  return {
    repository: repository.fullName,
    headSha: run.headSha,
    occasion,
    run: {
      name: run.name,
      conclusion: Conclusion.parse(run.conclusion),
      title: run.output.title ?? '',
      summary: run.output.summary ?? '',
      annotations,
      actions: run.actions,
    },
    summaryHtml: markdownToHtml(run.output.summary ?? ''),
    files: paths.map(path => ({ path, text: repository.read(run.headSha, path) })),
  };
}
