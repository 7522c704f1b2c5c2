import { afterEach, describe } from '@jest/globals';
import { reportCacheContract } from '../contracts/report-cache.contract.ts';
import { createStoreFiles } from './store-files.ts';

const files = createStoreFiles();
afterEach(files.cleanUp);

describe('on a SQLite file', () => {
  reportCacheContract(files.open);
});
