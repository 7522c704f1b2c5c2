/** Every contract of the store on PostgreSQL, as the files beside this one hold the embedded store to it. */
import { afterAll, afterEach, describe } from '@jest/globals';
import { authorWordsContract } from '../contracts/author-words.contract.ts';
import { commandLimiterContract } from '../contracts/command-limiter.contract.ts';
import { deadLettersContract } from '../contracts/dead-letters.contract.ts';
import { failedDeliveriesContract } from '../contracts/failed-deliveries.contract.ts';
import { headBookContract } from '../contracts/head-book.contract.ts';
import { introductionsContract } from '../contracts/introductions.contract.ts';
import { leasesContract } from '../contracts/leases.contract.ts';
import { ownerDataContract } from '../contracts/owner-data.contract.ts';
import { postsContract } from '../contracts/posts.contract.ts';
import { pruningContract } from '../contracts/pruning.contract.ts';
import { publicationsContract } from '../contracts/publications.contract.ts';
import { queueContract } from '../contracts/queue.contract.ts';
import { queueFairnessContract } from '../contracts/queue-fairness.contract.ts';
import { queueStatsContract } from '../contracts/queue-stats.contract.ts';
import { queueStormsContract } from '../contracts/queue-storms.contract.ts';
import { rearmContract } from '../contracts/rearm.contract.ts';
import { removalContract } from '../contracts/removal.contract.ts';
import { reportCacheContract } from '../contracts/report-cache.contract.ts';
import { settingsMemoryContract } from '../contracts/settings-memory.contract.ts';
import { storeContract } from '../contracts/store.contract.ts';
import { togetherContract } from '../contracts/together.contract.ts';
import { writeLimiterContract } from '../contracts/write-limiter.contract.ts';
import { createPostgresSchemas, describeOnPostgres } from './postgres-schemas.ts';

const schemas = createPostgresSchemas();
afterEach(schemas.cleanUp);
afterAll(schemas.drop);

const CONTRACTS = {
  storeContract,
  togetherContract,
  removalContract,
  publicationsContract,
  postsContract,
  authorWordsContract,
  settingsMemoryContract,
  commandLimiterContract,
  reportCacheContract,
  writeLimiterContract,
  leasesContract,
  queueContract,
  queueFairnessContract,
  queueStatsContract,
  queueStormsContract,
  introductionsContract,
  deadLettersContract,
  rearmContract,
  failedDeliveriesContract,
  headBookContract,
  pruningContract,
  ownerDataContract,
};

describeOnPostgres('on PostgreSQL', () => {
  // Each in a block of its own: what one does before each test is no business of the others' tests.
  for (const [name, contract] of Object.entries(CONTRACTS)) {
    describe(name, () => contract(schemas.open));
  }
});
