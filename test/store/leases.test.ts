import { afterEach, describe } from '@jest/globals';
import { leasesContract } from '../contracts/leases.contract.ts';
import { createStoreFiles } from './store-files.ts';

const files = createStoreFiles();
afterEach(files.cleanUp);

describe('on a SQLite file', () => {
  leasesContract(files.open);
});
