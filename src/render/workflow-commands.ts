/**
 * Reports for the log of a GitHub Actions job, in which certain lines are commands that put a remark beside a line
 * (docs: actions/reference/workflow-commands-for-github-actions).
 */
import type { Annotation } from './annotation.ts';
import { annotate } from './annotations.ts';
import { type NamedReport, pathOfReadme } from './named-report.ts';
import { visible, visibleLine } from './plain-text.ts';
import { reviewTitle } from './title.ts';
import { remarksLeftOut } from './wording.ts';

/** Remarks of one level that GitHub shows of a step (actions/toolkit, docs/problem-matchers.md, "Limitations"). */
export const MAX_REMARKS_OF_A_LEVEL = 10;

const LEVELS = ['warning', 'notice'] as const;

/** The title, a command for each of the weightiest remarks, and how many were left out; a line each. */
export function renderWorkflowCommands(named: readonly NamedReport[]): string {
  const reports = named.map(each => {
    return { ...each.report, readme: { ...each.report.readme, path: pathOfReadme(each) } };
  });
  const { shown, leftOut } = annotate(reports);
  const commands = LEVELS.flatMap(level =>
    shown.filter(each => each.level === level).slice(0, MAX_REMARKS_OF_A_LEVEL),
  );
  const without = leftOut + shown.length - commands.length;
  const lines = [
    logLine(reviewTitle(reports)),
    ...commands.map(remarkCommand),
    ...(without === 0 ? [] : [logLine(remarksLeftOut(without))]),
  ];
  return `${lines.join('\n')}\n`;
}

/** A mistake that belongs to no line of a README, such as a path that is not there. */
export function errorCommand(message: string): string {
  return `::error title=Showwork::${escapeMessage(message)}\n`;
}

function remarkCommand({ level, path, startLine, endLine, title, message }: Annotation): string {
  // A path is shown as it is, so that it is found; only what would steer the log goes.
  const properties = { file: visibleLine(path), line: String(startLine), endLine: String(endLine), title };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(value)}`);
  return `::${level} ${written.join(',')}::${escapeMessage(message)}`;
}

/**
 * A line that is no command: those begin with `::`, and in the runner's older form stand anywhere in a line after `##[`
 * (actions/runner, ActionCommand.cs).
 */
function logLine(text: string): string {
  return `Showwork: ${visible(text).replaceAll('##[', '# #[')}`;
}

/** As the runner undoes it (actions/toolkit, packages/core/src/command.ts). */
function escapeMessage(text: string): string {
  return text.toWellFormed().replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** Properties are also divided by commas and ended by a colon. */
function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
