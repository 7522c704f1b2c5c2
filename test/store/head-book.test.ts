import { afterEach, describe } from '@jest/globals';
import { headBookContract } from '../contracts/head-book.contract.ts';
import { createStoreFiles } from './store-files.ts';

const files = createStoreFiles();
afterEach(files.cleanUp);

describe('on a SQLite file', () => {
  headBookContract(files.open);
});
