import { afterEach, describe } from '@jest/globals';
import { deadLettersContract } from '../contracts/dead-letters.contract.ts';
import { createStoreFiles } from './store-files.ts';

const files = createStoreFiles();
afterEach(files.cleanUp);

describe('on a SQLite file', () => {
  deadLettersContract(files.open);
});
