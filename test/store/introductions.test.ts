import { afterEach, describe } from '@jest/globals';
import { introductionsContract } from '../contracts/introductions.contract.ts';
import { createStoreFiles } from './store-files.ts';

const files = createStoreFiles();
afterEach(files.cleanUp);

describe('on a SQLite file', () => {
  introductionsContract(files.open);
});
