import type { z } from 'zod';
import { explainIssue } from './explain-issue.ts';
import { parseYaml } from './parse-yaml.ts';
import { offsetOf } from './yaml-places.ts';

/** A mistake in a file, at its place (1-based), in words a mentor without code can act on. */
export interface RubricProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Path of keys, such as `criteria.0.signals`; '' for the document. */
  readonly path: string;
  readonly message: string;
  readonly expected: string;
}

/** Says what is wrong with a value that its schema cannot know to be wrong, at its place. */
export type ProblemAt = (
  path: readonly PropertyKey[],
  message: string,
  expected: string,
  /** True where the key is at fault, not its value. */
  aboutKey?: boolean,
) => RubricProblem;

export type Loaded<T> =
  | {
      readonly ok: true;
      readonly value: T;
      readonly problemAt: ProblemAt;
    }
  | { readonly ok: false; readonly problems: readonly RubricProblem[] };

/** More problems than these are one problem: a file of another kind. */
export const MAX_PROBLEMS = 20;

/** Parses YAML and holds it against a schema; every problem carries its true line and column. Never throws. */
export function loadYaml<T>(text: string, file: string, schema: z.ZodType<T>): Loaded<T> {
  const { document, lineCounter, content, faults } = parseYaml(text);
  const at = (
    offset: number,
    path: readonly PropertyKey[],
    message: string,
    expected: string,
  ): RubricProblem => {
    const { line, col } = lineCounter.linePos(offset);
    return {
      file,
      line: Math.max(line, 1),
      column: Math.max(col, 1),
      path: path.join('.'),
      message,
      expected,
    };
  };
  const problemAt: ProblemAt = (path, message, expected, aboutKey = false) =>
    at(offsetOf(document, path, aboutKey), path, message, expected);
  if (faults.length > 0) {
    const told = faults.slice(0, MAX_PROBLEMS);
    return { ok: false, problems: told.map(fault => at(fault.offset, [], fault.message, fault.expected)) };
  }
  const result = schema.safeParse(content);
  if (result.success) return { ok: true, value: result.data, problemAt };
  const problems = result.error.issues
    .flatMap(issue => explainIssue(issue, schema))
    .slice(0, MAX_PROBLEMS)
    .map(({ path, message, expected, aboutKey }) => problemAt(path, message, expected, aboutKey));
  return { ok: false, problems };
}
