import type { StoreInspection } from '../ports.ts';
import { type Finding, listed, ok, problem, warning } from './finding.ts';

/** The database: there, writable, of this version, and what was given up in it. */
export function checkStore(store: StoreInspection): readonly Finding[] {
  switch (store.kind) {
    case 'absent':
      return [ok('database', 'There is none yet; the server makes it when it starts.')];
    case 'unusable':
      return [
        problem(
          'database',
          `It cannot be used: ${store.reason}.`,
          'See who may read and write it, and whether its disk is full.',
        ),
      ];
    case 'usable':
      return [...checkWrites(store), ...checkMigrations(store), ...checkDeadLetters(store)];
  }
}

type Usable = Extract<StoreInspection, { kind: 'usable' }>;

function checkWrites({ refusesWrites }: Usable): readonly Finding[] {
  if (refusesWrites === null) return [ok('database', 'It answers and takes writes.')];
  const says = `It answers and takes no writes: ${refusesWrites}.`;
  return [
    problem(
      'database',
      says,
      'See who may write it and its folder, and whether its disk is full or read-only.',
    ),
  ];
}

function checkMigrations({ pending, unknown, mayWork }: Usable): readonly Finding[] {
  if (!mayWork) {
    const says = `A newer version wrote it (${listed(unknown)}).`;
    return [
      problem('migrations', says, 'Start that version again, or restore a backup made before the upgrade.'),
    ];
  }
  if (pending.length > 0) {
    const says = `It lacks ${listed(pending)}.`;
    return [warning('migrations', says, 'Nothing to do: the server brings it up to date when it starts.')];
  }
  if (unknown.length > 0) {
    return [ok('migrations', `A newer version wrote it (${listed(unknown)}), and lets this one work on it.`)];
  }
  return [ok('migrations', 'It is up to date.')];
}

function checkDeadLetters({ deadLetters }: Usable): readonly Finding[] {
  if (deadLetters === 0) return [ok('dead-letters', 'Nothing was given up.')];
  const says = `${deadLetters} ${deadLetters === 1 ? 'job was' : 'jobs were'} given up.`;
  return [
    warning('dead-letters', says, 'showwork deliveries list says which and why, and retry tries them again.'),
  ];
}
