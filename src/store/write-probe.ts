/** The `WriteProbe` port: writes a row, because only that shows that there is room and that it is allowed. */
import type { Clock, WriteProbe } from '../ports.ts';
import { writeMark } from './marks.ts';
import type { Database } from './tables.ts';

export function createWriteProbe(db: Database, clock: Clock): WriteProbe {
  return { checkWritable: () => writeMark(db, 'write-probe', clock.now().getTime()) };
}
