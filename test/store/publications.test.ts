import { afterEach, describe } from '@jest/globals';
import { publicationsContract } from '../contracts/publications.contract.ts';
import { createStoreFiles } from './store-files.ts';

const files = createStoreFiles();
afterEach(files.cleanUp);

describe('on a SQLite file', () => {
  publicationsContract(files.open);
});
