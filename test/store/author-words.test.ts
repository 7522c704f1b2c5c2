import { afterEach, describe } from '@jest/globals';
import { authorWordsContract } from '../contracts/author-words.contract.ts';
import { createStoreFiles } from './store-files.ts';

const files = createStoreFiles();
afterEach(files.cleanUp);

describe('on a SQLite file', () => {
  authorWordsContract(files.open);
});
