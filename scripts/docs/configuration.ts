import { stringify } from 'yaml';
import type { z } from 'zod';
import { BriefCriterion } from '../../src/rubric/brief-criterion.ts';
import { RubricChanges } from '../../src/rubric/rubric-changes.ts';
import { OrganisationFile, RepositoryFile } from '../../src/settings/settings-file.ts';

const SCHEMAS = 'https://raw.githubusercontent.com/showwork/showwork/main/schema';
type SchemaFile = 'showwork.json' | 'showwork-organisation.json';

export function configurationDocument(): string {
  const { lock } = OrganisationFile.shape;
  return [
    '# Configuration',
    '',
    'Made from `src/settings/settings-file.ts` by `npm run docs`.',
    '',
    'Nothing has to be configured. What is said in `.github/showwork.yml` on the default branch holds for the repository, and what is said in',
    'the same file of the owner’s repository named `.github` holds for all of the owner’s repositories that say nothing else. Every key is',
    'optional. A file with a mistake is not in force and the last good one stays; the check run shows the mistake on its line, and',
    '`showwork config check PATH` does so on a laptop. The first line of the examples lets editors complete and check the file.',
    '',
    ...example({ readmes: ['README.md', 'projects/*'], enforce: true }, 'showwork.json'),
    ...Object.entries(RepositoryFile.shape).flatMap(([key, type]) => [
      `## \`${key}\``,
      ...aboutKey(key, type, 'showwork.json'),
    ]),
    '### Under `rubric`',
    '',
    '| Key | What it says |',
    '|---|---|',
    ...Object.entries(RubricChanges.shape).map(([key, type]) => `| \`${key}\` | ${descriptionOf(type)} |`),
    '',
    '### A criterion',
    '',
    '`id`, `title` and `question` are needed; what else is left out is made from these or has a value that serves.',
    '',
    '| Key | What it says |',
    '|---|---|',
    ...Object.entries(BriefCriterion.in.shape).map(
      ([key, type]) => `| \`${key}\` | ${descriptionOf(type)} |`,
    ),
    '',
    '## Names and globs',
    '',
    'In `branches` and `readmes`, `?` stands for one character, `*` for any number of them in one part of a name, and `**` for any number of',
    'parts: `feature/**` has `feature/a/b`, `projects/*` has `projects/churn` and not `projects/churn/src`. One `*` stands between two',
    'slashes and one `**` in a glob; write an entry for each alternative. An entry of `readmes` is a file, or a folder for the README in it;',
    'a glob stands for the READMEs in the folders that fit. Of two entries for one README the first decides its place, and the first with a',
    '`projectType` its type.',
    '',
    '## For an organisation',
    '',
    'The file in the owner’s `.github` repository may hold every key above. Acceptances and changes of the rubric add up with those of the',
    'repository; of every other key, the repository’s word counts. One more key keeps that from happening:',
    '',
    '### `lock`',
    ...aboutKey('lock', lock, 'showwork-organisation.json'),
  ].join('\n');
}

/** What a key means, what holds without it, and an example. */
function aboutKey(key: string, type: z.ZodType, schema: SchemaFile): readonly string[] {
  const meta = type.meta();
  const fallback = JSON.stringify(meta?.['default'] ?? null);
  const [first] = Array.isArray(meta?.['examples']) ? meta['examples'] : [];
  return [
    '',
    descriptionOf(type),
    ...(['null', '[]', '{}'].includes(fallback) ? [] : ['', `Without it: \`${fallback}\`.`]),
    '',
    ...example({ [key]: first }, schema),
  ];
}

function example(settings: object, schema: SchemaFile): readonly string[] {
  const yaml = stringify(settings, { lineWidth: 0 }).trimEnd();
  return ['```yaml', `# yaml-language-server: $schema=${SCHEMAS}/${schema}`, yaml, '```', ''];
}

function descriptionOf(type: z.ZodType): string {
  const description = type.description;
  if (description === undefined) throw new Error('a key of settings without a description');
  return description;
}
