import { afterEach, describe } from '@jest/globals';
import { queueStatsContract } from '../contracts/queue-stats.contract.ts';
import { createStoreFiles } from './store-files.ts';

const files = createStoreFiles();
afterEach(files.cleanUp);

describe('on a SQLite file', () => {
  queueStatsContract(files.open);
});
