import { afterEach, describe } from '@jest/globals';
import { removalContract } from '../contracts/removal.contract.ts';
import { createStoreFiles } from './store-files.ts';

const files = createStoreFiles();
afterEach(files.cleanUp);

describe('on a SQLite file', () => {
  removalContract(files.open);
});
