import type { Rubric } from './rubric.ts';

/** All that READMEs are judged by: what every project is read for, and what a type is read for on top of it. */
export interface Rubrics {
  readonly base: Rubric;
  /** One for each project type that has criteria of its own; its id is the type's. */
  readonly types: readonly Rubric[];
}

/** The rubric for a project type; the base where the type has none. */
export function rubricFor({ base, types }: Rubrics, projectType: string): Rubric {
  return types.find(({ id }) => id === projectType) ?? base;
}
