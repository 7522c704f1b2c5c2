import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { explainIssue } from './explain-issue.ts';
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

/** Anchors may repeat a few lists; more is an attack on memory. */
const MAX_ALIASES = 50;

/** Parses YAML and holds it against a schema; every problem carries its true line and column. Never throws. */
export function loadYaml<T>(text: string, file: string, schema: z.ZodType<T>): Loaded<T> {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
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
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ pos, message }) =>
      at(pos[0], [], message.split('\n', 1)[0] ?? '', 'valid YAML'),
    );
    return { ok: false, problems };
  }
  let content: unknown;
  try {
    content = document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch {
    return { ok: false, problems: [at(0, [], 'Too many aliases.', `at most ${MAX_ALIASES} aliases`)] };
  }
  const result = schema.safeParse(content);
  if (result.success) {
    return {
      ok: true,
      value: result.data,
      problemAt: (path, message, expected, aboutKey = false) =>
        at(offsetOf(document, path, aboutKey), path, message, expected),
    };
  }
  const explained = result.error.issues.flatMap(issue => explainIssue(issue, schema));
  return {
    ok: false,
    problems: explained.map(({ path, aboutKey, message, expected }) =>
      at(offsetOf(document, path, aboutKey), path, message, expected),
    ),
  };
}
