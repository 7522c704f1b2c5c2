/** How large a run is, and what it stands on. */

export interface Shape {
  readonly database: 'sqlite' | 'postgres';
  /** Processes by their role, in the order in which steps name them; on SQLite there is one, which does all. */
  readonly roles: readonly ('all' | 'web' | 'worker')[];
  readonly owners: number;
  readonly repositoriesEach: number;
  readonly branches: number;
  /** Steps without those that mend what earlier ones broke. */
  readonly steps: number;
}

/** In CI: little more than each fault once. */
export const SHORT_SQLITE: Shape = {
  database: 'sqlite',
  roles: ['all'],
  owners: 2,
  repositoriesEach: 1,
  branches: 3,
  steps: 30,
};

export const SHORT_POSTGRES: Shape = {
  ...SHORT_SQLITE,
  database: 'postgres',
  roles: ['web', 'worker', 'worker'],
};

export const LONG_SQLITE: Shape = {
  ...SHORT_SQLITE,
  owners: 3,
  repositoriesEach: 3,
  branches: 6,
  steps: 250,
};

export const LONG_POSTGRES: Shape = {
  ...LONG_SQLITE,
  database: 'postgres',
  roles: ['web', 'web', 'worker', 'worker', 'worker'],
};

/** Of the runs in CI: schedules that hold a kill of each kind that the database knows, and faults of the database itself. */
export const SHORT_SEEDS = { sqlite: 16, postgres: 3 };
