import { afterEach, describe } from '@jest/globals';
import { settingsMemoryContract } from '../contracts/settings-memory.contract.ts';
import { createStoreFiles } from './store-files.ts';

const files = createStoreFiles();
afterEach(files.cleanUp);

describe('on a SQLite file', () => {
  settingsMemoryContract(files.open);
});
