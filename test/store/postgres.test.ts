/** Every contract of the store on PostgreSQL, as the files beside this one hold the embedded store to it. */
import { afterAll, afterEach } from '@jest/globals';
import { authorWordsContract } from '../contracts/author-words.contract.ts';
import { commandLimiterContract } from '../contracts/command-limiter.contract.ts';
import { leasesContract } from '../contracts/leases.contract.ts';
import { postsContract } from '../contracts/posts.contract.ts';
import { publicationsContract } from '../contracts/publications.contract.ts';
import { queueContract } from '../contracts/queue.contract.ts';
import { queueFairnessContract } from '../contracts/queue-fairness.contract.ts';
import { removalContract } from '../contracts/removal.contract.ts';
import { reportCacheContract } from '../contracts/report-cache.contract.ts';
import { settingsMemoryContract } from '../contracts/settings-memory.contract.ts';
import { storeContract } from '../contracts/store.contract.ts';
import { writeLimiterContract } from '../contracts/write-limiter.contract.ts';
import { createPostgresSchemas, describeOnPostgres } from './postgres-schemas.ts';

const schemas = createPostgresSchemas();
afterEach(schemas.cleanUp);
afterAll(schemas.drop);

describeOnPostgres('on PostgreSQL', () => {
  storeContract(schemas.open);
  removalContract(schemas.open);
  publicationsContract(schemas.open);
  postsContract(schemas.open);
  authorWordsContract(schemas.open);
  settingsMemoryContract(schemas.open);
  commandLimiterContract(schemas.open);
  reportCacheContract(schemas.open);
  writeLimiterContract(schemas.open);
  leasesContract(schemas.open);
  queueContract(schemas.open);
  queueFairnessContract(schemas.open);
});
