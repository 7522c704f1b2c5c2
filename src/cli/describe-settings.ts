import { visible } from '../render/plain-text.ts';
import type { ReadmeSetting, Settings } from '../settings/settings.ts';

/** What is in force, in a few lines for a terminal: a name and what it comes to. */
export function describeSettings(settings: Settings): readonly string[] {
  const { enabled, branches, projectType, readmes, enforce, comments, dashboard } = settings;
  const rows = [
    ['reviews', enabled ? 'on' : 'off'],
    ['branches', ['the default branch', ...branches].join(', ')],
    ['project type', projectType ?? 'found out from the README'],
    ['READMEs', readmes.length === 0 ? 'found in the repository' : readmes.map(describeReadme).join(', ')],
    ['check', enforce ? 'fails where something that counts is missing' : 'advises'],
    ['pull requests', comments ? 'get a comment' : 'get no comment unless one asks'],
    ['dashboard', dashboard ? 'one issue' : 'none'],
    ['accepted', listOr('nothing', Object.keys(settings.accept))],
    ['rubric', describeRubric(settings)],
  ] as const;
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `  ${name.padEnd(width)}  ${visible(value)}`);
}

function describeReadme({ path, projectType }: ReadmeSetting): string {
  return projectType === undefined ? path : `${path} (${projectType})`;
}

function describeRubric({ rubric }: Settings): string {
  const { criteria, headings, wording, questions } = rubric;
  const added = criteria.map(({ id }) => id);
  const changed = new Set([headings, wording, questions].flatMap(part => Object.keys(part)));
  const parts = [
    ...(added.length === 0 ? [] : [`adds ${added.join(', ')}`]),
    ...(changed.size === 0 ? [] : [`changes ${[...changed].join(', ')}`]),
  ];
  return listOr('as it ships', parts);
}

function listOr(nothing: string, items: readonly string[]): string {
  return items.length === 0 ? nothing : items.join(', ');
}
