/**
 * What may stand in a settings file: `.github/showwork.yml` of a repository, or of its owner's `.github` repository.
 * `schema/showwork*.json` and `docs/configuration.md` are made from this.
 */
import { z } from 'zod';
import { RubricChanges } from '../rubric/rubric-changes.ts';
import { BUILTIN_SETTINGS } from './builtin-settings.ts';
import { Glob } from './glob.ts';
import type { ReadmeSetting } from './settings.ts';

/** A larger file is no configuration. UTF-8 bytes. */
export const MAX_SETTINGS_BYTES = 64 * 1024;
export const MAX_BRANCHES = 50;
/** As many READMEs as one check run speaks of (`readme-paths.ts`). */
export const MAX_README_SETTINGS = 20;
/** Two or three sentences, as they stand beside the verdict. Characters. */
export const MAX_REASON_LENGTH = 300;
/** Ids have up to 41; a longer name is a mistake that is told with what was meant. Characters. */
const MAX_NAME_LENGTH = 100;

const Name = z.string().min(1).max(MAX_NAME_LENGTH);

/** `./projects/` and `projects` are the same folder; `.` is the repository's root. */
const ReadmePath = z
  .string()
  .transform(written => written.split('/').filter(isFolder).join('/') || '.')
  .pipe(
    Glob.refine(path => !path.includes('\\') && !path.split('/').includes('..'), {
      error: 'a path below the root of the repository, with slashes',
    }).refine(path => !path.startsWith('!'), { error: 'a path or a glob; what no entry names is left out' }),
  );

function isFolder(part: string): boolean {
  return part !== '' && part !== '.';
}

const Readme = z.union(
  [
    ReadmePath.transform((path): ReadmeSetting => ({ path })),
    z
      .strictObject({ path: ReadmePath, projectType: Name.optional() })
      .transform(
        ({ path, projectType }): ReadmeSetting =>
          projectType === undefined ? { path } : { path, projectType },
      ),
  ],
  { error: 'a path, or `path` with a path and `projectType` with a type' },
);

const Reason = z.string().trim().min(1).max(MAX_REASON_LENGTH);

/** Every key is optional, and so is the file. */
export const RepositoryFile = z.strictObject({
  enabled: z
    .boolean()
    .optional()
    .meta({
      description: 'Whether the repository is reviewed.',
      default: BUILTIN_SETTINGS.enabled,
      examples: [false],
    }),
  branches: z
    .array(Glob)
    .max(MAX_BRANCHES)
    .optional()
    .meta({
      description:
        'Branches that are reviewed, by name or glob. `!` in front leaves alone; of several entries that fit, the last ' +
        'one decides, and a list of exclusions only adds to what is left alone anyway. The default branch and merge queues are always reviewed.',
      default: BUILTIN_SETTINGS.branches,
      examples: [['main', 'feature/**', '!feature/wip-*']],
    }),
  projectType: Name.optional().meta({
    description:
      'What kind of project the README tells of, instead of finding it out. `other` says that it is none of those the rubric knows.',
    examples: ['llm-application'],
  }),
  readmes: z
    .array(Readme)
    .max(MAX_README_SETTINGS)
    .optional()
    .meta({
      description:
        'Where the READMEs of a repository with several projects are: files, folders or globs, each with the type of its ' +
        'project if it is to be declared. Without it they are found.',
      default: BUILTIN_SETTINGS.readmes,
      examples: [['README.md', 'projects/*', { path: 'pipelines/churn', projectType: 'ml-pipeline' }]],
    }),
  enforce: z
    .boolean()
    .optional()
    .meta({
      description:
        'Whether the check fails where a criterion that counts is missing and was not accepted. Otherwise it only advises.',
      default: BUILTIN_SETTINGS.enforce,
      examples: [true],
    }),
  comments: z
    .boolean()
    .optional()
    .meta({
      description: 'Whether pull requests get a comment. Commands such as `/review` are answered either way.',
      default: BUILTIN_SETTINGS.comments,
      examples: [false],
    }),
  dashboard: z
    .boolean()
    .optional()
    .meta({
      description: 'Whether one issue shows where every README of the repository stands.',
      default: BUILTIN_SETTINGS.dashboard,
      examples: [true],
    }),
  accept: z
    .record(Name, Reason)
    .optional()
    .meta({
      description:
        'Criteria that are accepted as they are, each by its id with the reason. The verdict stays visible beside the reason and counts as documented.',
      default: BUILTIN_SETTINGS.accept,
      examples: [{ failures: 'This is a workshop’s solution; nothing else was tried.' }],
    }),
  rubric: RubricChanges.optional().meta({
    description:
      'What is looked for beside the rubric that ships: further `criteria`, and for those that are there, by their id, further ' +
      '`headings` per language, other `wording` and further `questions`. Nothing of the rubric is taken away.',
    examples: [
      {
        criteria: [
          {
            id: 'ethics',
            title: 'Ethics',
            question: 'Who could be harmed, and what keeps it from happening?',
          },
        ],
        headings: { outcome: { en: ['impact', 'what came of it'] } },
        wording: { outcome: { thin: 'There is a result. The figure our course asks for is still open.' } },
        questions: { outcome: { missing: ['What would the partner of your project accept as a success?'] } },
      },
    ],
  }),
});

/** What a file may set and an organisation may keep for itself. */
export const SETTING_KEYS = RepositoryFile.keyof().options;
export type SettingKey = (typeof SETTING_KEYS)[number];

export const OrganisationFile = RepositoryFile.extend({
  lock: z
    .array(RepositoryFile.keyof())
    .max(SETTING_KEYS.length)
    .optional()
    .meta({
      description:
        'Keys that hold for every repository as they are here; what a repository says to them is not in force.',
      default: [],
      examples: [['rubric', 'enforce']],
    }),
});

/** A file of either kind. */
export type SettingsFile = z.infer<typeof OrganisationFile>;
