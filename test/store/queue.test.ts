import { afterEach, describe } from '@jest/globals';
import { queueContract } from '../contracts/queue.contract.ts';
import { createStoreFiles } from './store-files.ts';

const files = createStoreFiles();
afterEach(files.cleanUp);

describe('on a SQLite file', () => {
  queueContract(files.open);
});
