/** What `showwork config check` does. */
import { stat } from 'node:fs/promises';
import { type SettingsCheck, type SettingsOwner, settingsChecker } from '../engine/check-settings-file.ts';
import { visible } from '../render/plain-text.ts';
import { plural } from '../render/wording.ts';
import type { SettingsText } from '../settings/settings.ts';
import { describeSettings } from './describe-settings.ts';
import type { Exit } from './exit-codes.ts';
import { fileProblem } from './file-problem.ts';
import { readSettingsText, settingsOfFolder } from './settings-of-folder.ts';
import { SETTINGS_PATH } from './settings-path.ts';

/** Checks settings files and the settings of folders, and prints what came of it. */
export async function checkSettings(
  paths: readonly string[],
  owner: SettingsOwner,
): Promise<readonly Exit[]> {
  const check = settingsChecker();
  const exits: Exit[] = [];
  for (const path of paths) {
    const read = await readFile(path);
    if ('text' in read) {
      exits.push(report(read.fileName, check(read, owner)));
    } else {
      process.stderr.write(`showwork: ${visible(path)}: ${visible(read.problem)}\n`);
      exits.push('usage');
    }
  }
  return exits;
}

async function readFile(path: string): Promise<SettingsText | { readonly problem: string }> {
  try {
    if (!(await stat(path)).isDirectory()) return await readSettingsText(path);
    return (await settingsOfFolder(path)) ?? { problem: `no ${SETTINGS_PATH} there; what ships is in force` };
  } catch (error) {
    return { problem: fileProblem(error) };
  }
}

function report(fileName: string, { settings, problems }: SettingsCheck): Exit {
  const name = visible(fileName);
  const lines =
    problems.length > 0
      ? [...problems.map(visible), `${name}: ${plural(problems.length, 'problem', 'problems')}`]
      : [`${name}: in force`, ...describeSettings(settings)];
  process.stdout.write(`${lines.join('\n')}\n`);
  return problems.length > 0 ? 'configuration' : 'ok';
}
