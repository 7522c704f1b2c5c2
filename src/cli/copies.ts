/** What a review writes to files, beside what it prints. */
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { loadActionsFiles } from '../config.ts';
import { renderActionOutputs } from '../render/action-outputs.ts';
import { renderJobSummary } from '../render/markdown-report.ts';
import type { NamedReport } from '../render/named-report.ts';
import { visible } from '../render/plain-text.ts';
import { renderSarif } from '../render/sarif.ts';
import { fileProblem } from './file-problem.ts';
import type { Output } from './output.ts';

/** A file, and what stands in it once every report is there. */
export interface Copy {
  readonly file: string;
  readonly render: (reports: readonly NamedReport[]) => string;
  /** Behind what stands there already, instead of in its place. */
  readonly append: boolean;
}

export function sarifCopy(file: string): Copy {
  return { file, render: renderSarif, append: false };
}

/** What a GitHub Actions job wants to know beside its log; none where there is no job. */
export function actionsCopies(): readonly Copy[] {
  const { summary, outputs } = loadActionsFiles();
  return [
    ...(summary === null ? [] : [{ file: summary, render: renderJobSummary, append: true }]),
    ...(outputs === null ? [] : [{ file: outputs, render: renderActionOutputs, append: true }]),
  ];
}

/** The output, and files that are written when it ends; or the line on a file that cannot be opened, which is tried now. */
export function withCopies(output: Output, copies: readonly Copy[]): Output | { readonly problem: string } {
  const reports: NamedReport[] = [];
  const open: { readonly render: Copy['render']; readonly to: number }[] = [];
  for (const { file, render, append } of copies) {
    try {
      open.push({ render, to: openSync(file, append ? 'a' : 'w') });
    } catch (error) {
      return { problem: `${visible(file)}: ${fileProblem(error)}` };
    }
  }
  return {
    add(report, name, explanation) {
      reports.push({ report, name });
      return output.add(report, name, explanation);
    },
    end() {
      for (const { render, to } of open) {
        writeFileSync(to, render(reports));
        closeSync(to);
      }
      return output.end();
    },
  };
}
