import { stat } from 'node:fs/promises';
import { Command } from 'commander';
import type { SettingsCheck, SettingsOwner } from '../engine/check-settings-file.ts';
import { visible } from '../render/plain-text.ts';
import { plural } from '../render/wording.ts';
import type { SettingsText } from '../settings/settings.ts';
import { describeSettings } from './describe-settings.ts';
import type { Exit } from './exit-codes.ts';
import { exitCodeHelp } from './exit-codes.ts';
import { fileProblem } from './file-problem.ts';
import { readSettingsText, SETTINGS_PATH, settingsOfFolder } from './settings-of-folder.ts';

/** `showwork config check PATH…`. `finish` gets what happened, once. */
export function configCommand(finish: (exits: readonly Exit[]) => void): Command {
  const check = new Command('check')
    .summary('check settings files, and say what is in force with them')
    .description(
      'Says what is wrong in a settings file, with line and column, and runs the examples of the criteria it adds as ' +
        'tests; where nothing is wrong, says what is in force.\n\n' +
        `A PATH is a settings file, or a repository folder with ${SETTINGS_PATH}. docs/configuration.md has every key.`,
    )
    .argument('<path...>', 'settings files and repository folders')
    .option('--organisation', 'the files are those of an organisation, which may `lock` keys', false)
    .addHelpText('after', `\n${exitCodeHelp()}`)
    .action(async (paths: readonly string[], { organisation }: { organisation: boolean }) =>
      finish(await run(paths, organisation ? 'organisation' : 'repository')),
    );
  return new Command('config').summary('work on settings').addCommand(check);
}

async function run(paths: readonly string[], owner: SettingsOwner): Promise<readonly Exit[]> {
  // Loaded here: it brings what reads READMEs, a hundred megabytes that no other command should carry.
  const { settingsChecker } = await import('../engine/check-settings-file.ts');
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
