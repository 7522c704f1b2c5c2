import type { RubricProblem } from './load-yaml.ts';

/** A problem on one line, as editors and terminals link it. */
export function describeProblem({ file, line, column, message, expected }: RubricProblem): string {
  return `${file}:${line}:${column} ${message} Expected: ${expected}`;
}
