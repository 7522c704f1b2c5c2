/** A settings file of a repository and of its owner, and a review by what it changes. */
import { readBuiltinYardstick } from '../../../src/engine/builtin-yardstick.ts';
import { judge } from '../../../src/engine/judge.ts';
import { renderCheckRun } from '../../../src/render/check-run.ts';
import { MAX_PROBLEMS } from '../../../src/rubric/load-yaml.ts';
import { isReviewedBranch } from '../../../src/settings/branches.ts';
import { readSettings } from '../../../src/settings/read-settings.ts';
import { findReadmes } from '../../../src/settings/readme-paths.ts';
import type { SettingsProblem } from '../../../src/settings/settings.ts';
import { MAX_SETTINGS_BYTES, OrganisationFile } from '../../../src/settings/settings-file.ts';
import { requestFor, TIDES } from '../../../test/engine/requests.ts';
import { PLACE } from '../../../test/helpers/example-reports.ts';
import { FILE, settingsView } from '../../../test/helpers/example-settings.ts';
import type { Target } from '../target.ts';
import { problemsOfCheckRun, problemsOfText } from './report-oracles.ts';

const YARDSTICK = readBuiltinYardstick();
const PATHS = Array.from(
  { length: 300 },
  (_, index) => `projects/p${index}/${'a/'.repeat(index % 8)}README.md`,
);
const BRANCHES = ['main', 'feature/tides', `${'a/'.repeat(90)}b`, 'a'.repeat(250)];

const SEEDS = [
  'enabled: true\nbranches: [main, "feature/**", "!feature/wip-*"]\nprojectType: llm-application\nenforce: true\n',
  'readmes:\n  - README.md\n  - projects/*\n  - { path: pipelines/churn, projectType: ml-pipeline }\ncomments: false\ndashboard: true\n',
  'accept:\n  failures: This is a workshop’s solution; nothing else was tried.\nlock: [rubric, enforce]\n',
  'rubric:\n  criteria:\n    - id: ethics\n      title: Ethics\n      question: Who could be harmed, and what keeps it from happening?\n      words: { en: [harm*, could be … hurt] }\n      headings: { en: [ethics, who is harmed] }\n  headings: { outcome: { en: [impact, what came of it] } }\n  wording: { outcome: { thin: There is a result. } }\n  questions: { outcome: { missing: [What would count as a success?] } }\n',
  'rubric: &a\n  headings: { outcome: { en: [tide*] } }\n',
];

const KEYS = [
  ...Object.keys(OrganisationFile.shape),
  'id',
  'title',
  'question',
  'words',
  'headings',
  'wording',
  'questions',
  'criteria',
  'missing',
  'thin',
  'en',
  'de',
  'path',
  'extends',
];
const MARKS = [
  ': ',
  '- ',
  '\n  ',
  '[',
  ']',
  '{',
  '}',
  '&a ',
  '*a',
  '!!str ',
  '!',
  '|\n',
  '>-\n',
  '---\n',
  '? ',
  '"',
  "'",
  '#',
  '<<: ',
  '**',
  '*',
  '?',
  '…',
  'true',
  'null',
  '~',
  '__proto__',
  'outcome',
  'failures',
  'tide*',
  'we chose',
];

export const settings: Target = {
  name: 'settings',
  turns: 2,
  longest: MAX_SETTINGS_BYTES,
  seeds: () => SEEDS,
  dictionary: [...KEYS, ...MARKS],
  heads: [
    '',
    'branches:\n',
    'readmes:\n',
    'accept:\n',
    'rubric:\n  headings: { outcome: { en: [',
    'rubric:\n  criteria:\n',
  ],
  run(text) {
    const file = { fileName: FILE, text };
    const reading = readSettings({ organisation: file, repository: file }, YARDSTICK.rubrics);
    const { settings: inForce, problems } = reading;
    const readmes = findReadmes(inForce, PATHS);
    const branches = BRANCHES.map(branch => isReviewedBranch(inForce, branch, 'trunk'));
    const report = judge(requestFor(TIDES, { rubricChanges: inForce.rubric }), YARDSTICK);
    const [first, ...others] = problems.repository;
    const checkRun = renderCheckRun({ kind: 'reviewed', reports: [report] }, PLACE, {
      enforce: inForce.enforce,
      configuration: settingsView({
        problemsHere: first === undefined ? null : { fileName: FILE, problems: [first, ...others] },
        locked: reading.locked,
        unmatched: readmes.unmatched,
      }),
    });
    const output = JSON.stringify([reading, readmes, branches, report, checkRun]);
    const told = [...problems.organisation, ...problems.repository, ...reading.locked];
    return {
      output,
      problems: () => [
        ...told.flatMap(problem => placeOf(problem, text)),
        ...(problems.repository.length <= MAX_PROBLEMS ? [] : [`problems: ${problems.repository.length}`]),
        ...problemsOfCheckRun(checkRun),
        ...problemsOfText('settings', output),
      ],
    };
  },
};

/** A problem stands at a place of the file. */
function placeOf({ line, column }: SettingsProblem, text: string): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/).length;
  return line >= 1 && line <= lines && column >= 1 ? [] : [`place: ${line}:${column} of ${lines} lines`];
}
