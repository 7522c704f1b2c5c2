import { afterEach, describe } from '@jest/globals';
import { storeContract } from '../contracts/store.contract.ts';
import { togetherContract } from '../contracts/together.contract.ts';
import { createStoreFiles } from './store-files.ts';

const files = createStoreFiles();
afterEach(files.cleanUp);

describe('on a SQLite file', () => {
  storeContract(files.open);
  togetherContract(files.open);
});
