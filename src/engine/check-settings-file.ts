import { hasOwnExamples } from '../rubric/brief-criterion.ts';
import { customise } from '../rubric/customise.ts';
import { describeProblem } from '../rubric/describe-problem.ts';
import { loadYaml } from '../rubric/load-yaml.ts';
import type { RubricChanges } from '../rubric/rubric-changes.ts';
import { readSettings } from '../settings/read-settings.ts';
import type { Settings, SettingsText } from '../settings/settings.ts';
import { OrganisationFile } from '../settings/settings-file.ts';
import { readBuiltinRubrics } from './builtin-rubric.ts';
import { checkExamples } from './check-rubric-examples.ts';

export interface SettingsCheck {
  /** What is in force with this file: what ships where it has a problem. */
  readonly settings: Settings;
  /** One line each, with file, line, column and what was expected. */
  readonly problems: readonly string[];
}

/** Whose file it is: an organisation may lock keys. */
export type SettingsOwner = 'organisation' | 'repository';

/**
 * Holds settings files against what may stand in them, by the rubrics that ship, and runs the examples of the criteria
 * they add as tests.
 * @throws ShowworkError RUBRIC_INVALID where the rubrics that ship are broken themselves.
 */
export function settingsChecker(): (file: SettingsText, owner: SettingsOwner) => SettingsCheck {
  const rubrics = readBuiltinRubrics();
  return (file, owner) => {
    const request = { organisation: null, repository: null, [owner]: file };
    const { settings, problems } = readSettings(request, rubrics);
    if (problems[owner].length > 0) return { settings, problems: problems[owner].map(describeProblem) };
    const { base } = customise(rubrics, settings.rubric);
    return { settings, problems: failingExamples(file, settings.rubric, base) };
  };
}

function failingExamples(
  { text, fileName }: SettingsText,
  { criteria }: RubricChanges,
  rubric: Parameters<typeof checkExamples>[0],
): readonly string[] {
  const loaded = loadYaml(text, fileName, OrganisationFile.nullable());
  if (!loaded.ok) return [];
  const ids = criteria.filter(hasOwnExamples).map(({ id }) => id);
  const tested = rubric.criteria.filter(({ id }) => ids.includes(id));
  return checkExamples(rubric, tested).map(({ criterion, path, message, expected }) => {
    const index = criteria.findIndex(({ id }) => id === criterion);
    return describeProblem(loaded.problemAt(['rubric', 'criteria', index, ...path], message, expected));
  });
}
