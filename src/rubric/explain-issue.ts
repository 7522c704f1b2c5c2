import type { z } from 'zod';
import { didYouMean, oneOf } from './did-you-mean.ts';
import { knownKeys } from './known-keys.ts';

interface Explained {
  readonly path: readonly PropertyKey[];
  /** True where the key is at fault, not its value. */
  readonly aboutKey: boolean;
  readonly message: string;
  readonly expected: string;
}

/** A schema issue in words for someone who writes YAML and no code. */
export function explainIssue(issue: z.core.$ZodIssue, schema: z.ZodType): readonly Explained[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, path);
    return issue.keys.map(key => unknownKey([...path, key], key, known));
  }
  const name = nameOf(path);
  if (issue.code === 'invalid_type' && issue.input === undefined && / undefined$/.test(issue.message)) {
    return [{ path, aboutKey: false, message: `${name} is missing.`, expected: withArticle(issue.expected) }];
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    return [{ path, aboutKey: false, message: `${name} has an unknown value.`, expected: oneOf(values) }];
  }
  return [{ path, aboutKey: false, message: `${name} does not fit.`, expected: expectation(issue) }];
}

/** The last key of a path; the items of a list are counted from 1, as people do. */
function nameOf(path: readonly PropertyKey[]): string {
  const key = path.findLast(step => typeof step !== 'number');
  if (key === undefined) return 'The document';
  const [item] = path.slice(path.lastIndexOf(key) + 1);
  return item === undefined ? `\`${String(key)}\`` : `Item ${Number(item) + 1} of \`${String(key)}\``;
}

function unknownKey(path: readonly PropertyKey[], key: string, known: readonly string[]): Explained {
  const message = `Unknown key \`${key}\`${didYouMean(key, known)}`;
  return { path, aboutKey: true, message, expected: oneOf(known) };
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return withArticle(issue.expected);
    case 'too_small':
      return `at least ${issue.minimum}`;
    case 'too_big':
      return `at most ${issue.maximum}`;
    default:
      return issue.message;
  }
}

function withArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}
