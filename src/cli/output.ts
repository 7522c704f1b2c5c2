/** The output formats of `showwork review`: what is written for each report, and before, between and after them. */
import { renderExplanation, renderLegend } from '../render/explanation.ts';
import { renderJson, renderJsonLine } from '../render/json.ts';
import { renderMarkdown } from '../render/markdown-report.ts';
import type { NamedReport } from '../render/named-report.ts';
import { renderSarif } from '../render/sarif.ts';
import type { Paint } from '../render/terminal.ts';
import { renderTerminal } from '../render/terminal.ts';
import { errorCommand, renderWorkflowCommands } from '../render/workflow-commands.ts';
import type { Explanation } from '../review/explanation.ts';
import type { Report } from '../review/report.ts';
import type { Format } from './formats.ts';

export interface Output {
  /** Text to write now that one more report is there; `explanation` where one was asked for, null where nothing was judged. */
  add(report: Report, name: string, explanation?: Explanation | null): string;
  /** Text to write when all are there. */
  end(): string;
}

export interface Look {
  readonly paint: Paint;
  /** Columns. */
  readonly width: number;
}

export function outputFor(format: Format, look: Look): Output {
  if (format === 'jsonl') return { add: report => `${renderJsonLine(report)}\n`, end: () => '' };
  if (format === 'json') return allAtOnce(reports => renderJson(reports.map(({ report }) => report)));
  if (format === 'sarif') return allAtOnce(renderSarif);
  if (format === 'github') return allAtOnce(renderWorkflowCommands);
  if (format === 'markdown') return separated('\n---\n\n', (report, name) => renderMarkdown(report, name));
  return separated('\n', (report, name) => renderTerminal(report, { ...look, name }));
}

/** How a whole line about what could not be reviewed is said, and where: in a GitHub Actions job, in the log itself. */
export function complaint(format: Format, line: string): { readonly to: 'stdout' | 'stderr'; text: string } {
  return format === 'github'
    ? { to: 'stdout', text: errorCommand(line) }
    : { to: 'stderr', text: `${line}\n` };
}

/** For a terminal: each report with how its verdicts came about, and at the end how to read that. */
export function explainedOutput(look: Look): Output {
  const { add } = outputFor('terminal', look);
  let legend = '';
  return {
    add(report, name, explanation = null) {
      legend = `\n${renderLegend(look)}`;
      return `${add(report, name)}\n${renderExplanation(explanation, look)}`;
    },
    end: () => legend,
  };
}

function allAtOnce(render: (reports: readonly NamedReport[]) => string): Output {
  const reports: NamedReport[] = [];
  return {
    add(report, name) {
      reports.push({ report, name });
      return '';
    },
    end: () => render(reports),
  };
}

function separated(separator: string, render: (report: Report, name: string) => string): Output {
  let before = '';
  return {
    add(report, name) {
      const text = before + render(report, name);
      before = separator;
      return text;
    },
    end: () => '',
  };
}
