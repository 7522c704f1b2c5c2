/** A glob on the first line, and names that it may stand for on the others. */
import { Glob, globMatcher, MAX_MATCHED_LENGTH } from '../../../src/settings/glob.ts';
import type { Target } from '../target.ts';

export const glob: Target = {
  name: 'glob',
  turns: 1,
  longest: 20_000,
  seeds: () => [
    'main\nmain\nmain2\n',
    'feature/**\nfeature/x/y\nfeatures/x\n',
    '**/hotfix\nhotfix\nteam/a/hotfix\n',
    `**/*a/*a/*a/*a/*a/*a/*ab\n${'aa/'.repeat(99)}\n`,
    `**/?/?/?/?/?/?/x\n${'a/'.repeat(140)}c\n`,
    '!release/?.?\nrelease/1.2\n',
  ],
  dictionary: ['*', '**', '?', '/', '!', '**/', '/*', '\n', 'a/', '.', '@(', '[', '{', '+', '^', '$', '\\'],
  heads: ['', '**/*a/*a/*a/*a/*a/*a/*ab\n', '**\n', '*/*/*\n'],
  run(text) {
    const [pattern = '', ...names] = text.split('\n');
    if (!Glob.safeParse(pattern).success) return { output: 'refused', refused: true, problems: () => [] };
    const matches = globMatcher(pattern);
    const fits = names.map(name => matches(name));
    return {
      output: JSON.stringify(fits),
      problems: () =>
        names.some((name, at) => name.length > MAX_MATCHED_LENGTH && name !== pattern && fits[at])
          ? ['glob: a name that is too long']
          : [],
    };
  },
};
