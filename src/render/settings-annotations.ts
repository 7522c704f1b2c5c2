import type { SettingsProblem } from '../settings/settings.ts';
import type { Annotation } from './annotation.ts';
import { annotationMessage } from './annotation.ts';
import type { ConfigurationView } from './configuration-view.ts';

/** What is said on the lines of the settings file: `warning` for a mistake, `notice` for what the organisation has locked. */
export function annotateSettings(view: ConfigurationView): readonly Annotation[] {
  const { problemsHere, locked } = view;
  const mistakes = (problemsHere?.problems ?? []).map(problem =>
    onLine(problem, problemsHere?.fileName ?? problem.file, 'warning', 'A mistake in the settings'),
  );
  const notices = locked.map(problem => onLine(problem, problem.file, 'notice', 'Set by the organisation'));
  return [...mistakes, ...notices];
}

function onLine(
  { line, message, expected }: SettingsProblem,
  path: string,
  level: Annotation['level'],
  title: string,
): Annotation {
  const hint = expected === '' ? '' : `Expected: ${expected}.`;
  return { path, startLine: line, endLine: line, level, title, message: annotationMessage([message, hint]) };
}
