import { afterEach, describe } from '@jest/globals';
import { pruningContract } from '../contracts/pruning.contract.ts';
import { createStoreFiles } from './store-files.ts';

const files = createStoreFiles();
afterEach(files.cleanUp);

describe('on a SQLite file', () => {
  pruningContract(files.open);
});
