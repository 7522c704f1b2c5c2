import { Command } from 'commander';
import type { Exit } from './exit-codes.ts';
import { exitCodeHelp } from './exit-codes.ts';
import { SETTINGS_PATH } from './settings-path.ts';

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
    .action(async (paths: readonly string[], { organisation }: { organisation: boolean }) => {
      // Loaded here, so that other commands do not wait for what reads READMEs.
      const { checkSettings } = await import('./check-settings.ts');
      finish(await checkSettings(paths, organisation ? 'organisation' : 'repository'));
    });
  return new Command('config').summary('work on settings').addCommand(check);
}
