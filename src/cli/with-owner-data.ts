import { loadStoragePlace } from '../config.ts';
import { asShowworkError } from '../errors.ts';
import type { OwnerData } from '../ports.ts';
import { loadEnvFile } from './env-file.ts';
import type { Exit } from './exit-codes.ts';

/** Does something with what is stored, in the database of the server; says it where there is none. */
export async function withOwnerData(
  work: (ownerData: OwnerData) => Promise<readonly Exit[]>,
): Promise<readonly Exit[]> {
  loadEnvFile();
  const place = loadStoragePlace();
  if (!place.ok)
    return place.problems.flatMap(({ variable, message }) => fail('configuration', `${variable} ${message}`));
  // Loaded here, so that a review on a laptop does not wait for the store's modules.
  const [{ openOwnerData }, { createLogger }] = await Promise.all([
    import('../store/open-owner-data.ts'),
    import('../logger.ts'),
  ]);
  try {
    const { ownerData, close } = await openOwnerData({ ...place.place, logger: createLogger('silent') });
    try {
      return await work(ownerData);
    } finally {
      await close();
    }
  } catch (thrown) {
    const error = asShowworkError(thrown);
    if (error.code !== 'STORE_UNAVAILABLE') throw error;
    return fail('problem', error.message.slice(`${error.code}: `.length));
  }
}

export function fail(exit: Exit, message: string): readonly Exit[] {
  process.stderr.write(`showwork: ${message.replace(/\.$/, '')}.\n`);
  return [exit];
}
