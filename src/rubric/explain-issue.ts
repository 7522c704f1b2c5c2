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
  if (issue.code === 'invalid_key') {
    const expected = issue.issues.map(({ message }) => message).join(', ');
    return [{ path, aboutKey: true, message: `${name} cannot be a name here.`, expected }];
  }
  if (issue.code === 'invalid_type' && / null$/.test(issue.message)) {
    return [{ path, aboutKey: false, message: `${name} is empty.`, expected: nounOf(issue.expected) }];
  }
  if (issue.code === 'invalid_type' && issue.input === undefined && / undefined$/.test(issue.message)) {
    return [{ path, aboutKey: false, message: `${name} is missing.`, expected: nounOf(issue.expected) }];
  }
  const meant = issue.code === 'invalid_union' ? issue.errors.filter(fitsTheKind) : [];
  if (meant.length === 1) {
    return (meant[0] ?? []).flatMap(each => explainIssue({ ...each, path: [...path, ...each.path] }, schema));
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    return [{ path, aboutKey: false, message: `${name} has an unknown value.`, expected: oneOf(values) }];
  }
  return [{ path, aboutKey: false, message: `${name} does not fit.`, expected: expectation(issue) }];
}

/** True for what is wrong with the one form of a value that the writer chose: text, a number, keys with values. */
function fitsTheKind(issues: readonly z.core.$ZodIssue[]): boolean {
  return !issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0);
}

/** The last key of a path; the items of a list are counted from 1, as people do. */
function nameOf(path: readonly PropertyKey[]): string {
  const key = path.findLast(step => typeof step !== 'number');
  if (key === undefined) return 'The document';
  const [item] = path.slice(path.lastIndexOf(key) + 1);
  const name = `\`${clip(String(key))}\``;
  return item === undefined ? name : `Item ${Number(item) + 1} of ${name}`;
}

/** Characters of a stranger's key that a message repeats. */
const MAX_NAME_LENGTH = 60;

function clip(name: string): string {
  const characters = [...name];
  return characters.length > MAX_NAME_LENGTH ? `${characters.slice(0, MAX_NAME_LENGTH).join('')}…` : name;
}

function unknownKey(path: readonly PropertyKey[], key: string, known: readonly string[]): Explained {
  const message = `Unknown key \`${clip(key)}\`${didYouMean(key, known)}`;
  return { path, aboutKey: true, message, expected: oneOf(known) };
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return nounOf(issue.expected);
    case 'too_small':
      return `at least ${issue.minimum}${unitOf(issue.origin)}`;
    case 'too_big':
      return `at most ${issue.maximum}${unitOf(issue.origin)}`;
    default:
      return issue.message;
  }
}

/** What a schema calls a type, in words for YAML. */
const NOUNS: Readonly<Record<string, string>> = {
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
};

function nounOf(type: string): string {
  return NOUNS[type] ?? `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`;
}

/** What is counted where a value is too long or too short; numbers have no unit. */
function unitOf(origin: string): string {
  if (origin === 'string') return ' characters';
  return origin === 'array' ? ' items' : '';
}
