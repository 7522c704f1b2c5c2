/**
 * A server that will be killed: `node crash-process.ts PATH accept|run`. Accepts one push; with `run` it also starts
 * to work it off. Then says how far it came and waits.
 */
import { systemAlarm } from '../../src/store/alarm.ts';
import { openSqliteStore } from '../../src/store/open-sqlite-store.ts';
import { delivery, hint } from '../contracts/examples.ts';
import { createCollectingLogger } from '../helpers/collecting-logger.ts';

const [path = '', until] = process.argv.slice(2);
const clock = { now: () => new Date() };
const { store, queue } = await openSqliteStore({ path, clock, logger: createCollectingLogger() });
await store.accept(delivery({ id: 'the-push', hints: [hint()] }));
if (until === 'run') {
  const started = Promise.withResolvers<void>();
  queue.work({
    run: () => {
      started.resolve();
      return new Promise<null>(() => {});
    },
    giveUp: async () => null,
  });
  await started.promise;
}
process.stdout.write('ready\n');
systemAlarm(clock)(new Date(Date.now() + 60_000), () => process.exit(1));
