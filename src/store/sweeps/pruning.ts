/** The `Pruning` port. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Pruning } from '../../ports.ts';
import type { Database } from '../tables.ts';
import {
  type PruneRows,
  pruneDeadLetters,
  pruneDeliveries,
  pruneInstructions,
  pruneMemories,
  prunePublications,
  prunePullRequestTalk,
  pruneReports,
  pruneSettings,
  pruneTargets,
} from './prune-rows.ts';

/** Targets before what hangs on them. */
const KINDS: readonly PruneRows[] = [
  pruneDeliveries,
  pruneInstructions,
  pruneDeadLetters,
  pruneTargets,
  prunePublications,
  prunePullRequestTalk,
  pruneReports,
  pruneSettings,
  pruneMemories,
];

export function createPruning(db: Database): Pruning {
  return {
    async prune(cutoffs, limit) {
      let deleted = 0;
      let more = false;
      for (const pruneRows of KINDS) {
        // SQLite deletes without leaving the event loop.
        await nextTurn();
        const count = await pruneRows(db, cutoffs, limit);
        deleted += count;
        more ||= count >= limit;
      }
      return { deleted, more };
    },
  };
}
