import { afterEach, describe } from '@jest/globals';
import { queueFairnessContract } from '../contracts/queue-fairness.contract.ts';
import { createStoreFiles } from './store-files.ts';

const files = createStoreFiles();
afterEach(files.cleanUp);

describe('on a SQLite file', () => {
  queueFairnessContract(files.open);
});
