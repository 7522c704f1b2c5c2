import { afterEach, describe } from '@jest/globals';
import { rearmContract } from '../contracts/rearm.contract.ts';
import { createStoreFiles } from './store-files.ts';

const files = createStoreFiles();
afterEach(files.cleanUp);

describe('on a SQLite file', () => {
  rearmContract(files.open);
});
