import { expect, test } from '@jest/globals';
import { staleGoldens } from '../../scripts/goldens.ts';

test('what the fixtures lead to stands beside them (if not: npm run goldens, and read the diff)', async () => {
  expect([...(await staleGoldens()).keys()]).toEqual([]);
});
