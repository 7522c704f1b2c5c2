import { loadStoragePlace, type StoragePlace } from '../config.ts';
import { asShowworkError } from '../errors.ts';
import type { Logger } from '../ports.ts';
import { loadEnvFile } from './env-file.ts';
import type { Exit } from './exit-codes.ts';

/** What a command needs of a store, for as long as it works. */
interface Opened<Port> {
  readonly port: Port;
  close(): Promise<void>;
}

/**
 * Does something in the database of the server, while that runs or while it does not; says it where there is none. `open`
 * loads the store's modules itself, so that a review on a laptop does not wait for them.
 */
export async function besideServer<Port>(
  open: (place: StoragePlace & { readonly logger: Logger }) => Promise<Opened<Port>>,
  work: (port: Port) => Promise<readonly Exit[]>,
): Promise<readonly Exit[]> {
  loadEnvFile();
  const loaded = loadStoragePlace();
  if (!loaded.ok)
    return loaded.problems.flatMap(({ variable, message }) =>
      fail('configuration', `${variable} ${message}`),
    );
  const { createLogger } = await import('../logger.ts');
  try {
    const { port, close } = await open({ ...loaded.place, logger: createLogger('silent') });
    try {
      return await work(port);
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
