import { afterEach, describe } from '@jest/globals';
import { commandLimiterContract } from '../contracts/command-limiter.contract.ts';
import { createStoreFiles } from './store-files.ts';

const files = createStoreFiles();
afterEach(files.cleanUp);

describe('on a SQLite file', () => {
  commandLimiterContract(files.open);
});
