/** Whether this version may work on a database, by the names of the migrations that it has. */

/** The end of a migration's name: the number of the oldest version that may work on a database that has it. */
const OLDEST = /@(\d{4})$/;

export interface SchemaComparison {
  /** Migrations of this version that the database does not have yet, in order. */
  readonly pending: readonly string[];
  /** Migrations that the database has and this version does not know, in order. */
  readonly unknown: readonly string[];
  /** True where nothing is unknown, or all that is says that a version as old as this one may work on it. */
  readonly mayWork: boolean;
}

/** `known`: the names of this version's migrations, in order. */
export function compareSchema(applied: readonly string[], known: readonly string[]): SchemaComparison {
  const pending = known.filter(name => !applied.includes(name));
  const unknown = applied.filter(name => !known.includes(name));
  const own = Number(known.at(-1)?.slice(0, 4));
  // What lacks something and has something else is of no later version, but of another line.
  const isLater = pending.length === 0 && unknown.every(name => oldestVersionFor(name) <= own);
  return { pending, unknown, mayWork: unknown.length === 0 || isLater };
}

/** The number of the oldest version that may work on a database that has this migration; infinite where it does not say. */
export function oldestVersionFor(name: string): number {
  const [, oldest] = OLDEST.exec(name) ?? [];
  return oldest === undefined ? Number.POSITIVE_INFINITY : Number(oldest);
}
