import type { OwnerData } from '../ports.ts';
import { besideServer } from './beside-server.ts';
import type { Exit } from './exit-codes.ts';

/** Does something with what is stored about owners. */
export function withOwnerData(
  work: (ownerData: OwnerData) => Promise<readonly Exit[]>,
): Promise<readonly Exit[]> {
  return besideServer(async place => {
    const { openOwnerData } = await import('../store/open-owner-data.ts');
    const { ownerData: port, close } = await openOwnerData(place);
    return { port, close };
  }, work);
}
