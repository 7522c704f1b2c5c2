import { afterEach, describe } from '@jest/globals';
import { postsContract } from '../contracts/posts.contract.ts';
import { createStoreFiles } from './store-files.ts';

const files = createStoreFiles();
afterEach(files.cleanUp);

describe('on a SQLite file', () => {
  postsContract(files.open);
});
