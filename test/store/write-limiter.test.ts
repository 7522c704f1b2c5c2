import { afterEach, describe } from '@jest/globals';
import { writeLimiterContract } from '../contracts/write-limiter.contract.ts';
import { createStoreFiles } from './store-files.ts';

const files = createStoreFiles();
afterEach(files.cleanUp);

describe('on a SQLite file', () => {
  writeLimiterContract(files.open);
});
