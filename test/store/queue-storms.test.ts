import { afterEach, describe } from '@jest/globals';
import { queueStormsContract } from '../contracts/queue-storms.contract.ts';
import { createStoreFiles } from './store-files.ts';

const files = createStoreFiles();
afterEach(files.cleanUp);

describe('on a SQLite file', () => {
  queueStormsContract(files.open);
});
