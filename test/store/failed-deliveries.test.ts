import { afterEach, describe } from '@jest/globals';
import { failedDeliveriesContract } from '../contracts/failed-deliveries.contract.ts';
import { createStoreFiles } from './store-files.ts';

const files = createStoreFiles();
afterEach(files.cleanUp);

describe('on a SQLite file', () => {
  failedDeliveriesContract(files.open);
});
