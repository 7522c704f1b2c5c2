import type { Logger } from './ports.ts';

/** How long a stop may take: `docker stop` kills after ten seconds. */
const SHUTDOWN_MS = 9_500;
/** What requests that are under way get of it: a real delivery is here in a moment, or is sent again. */
export const RECEIVE_MS = 3_000;
/** What running work gets of it; the rest is for closing files and connections. */
export const FINISH_MS = 8_000;

/**
 * On SIGTERM and SIGINT calls `close` once and ends the process: with 0 when all is closed, with 1 when it failed or
 * took longer than `SHUTDOWN_MS`. A second signal ends it at once. Answers how to stop listening for signals.
 */
export function closeOnSignal(close: () => Promise<void>, logger: Logger): () => void {
  function stopListening(): void {
    process.off('SIGTERM', stop);
    process.off('SIGINT', stop);
  }
  function stop(signal: NodeJS.Signals): void {
    stopListening();
    logger.info({ signal }, 'stopping');
    setTimeout(() => {
      logger.error({ afterMs: SHUTDOWN_MS }, 'stopped before everything was closed');
      process.exit(1);
    }, SHUTDOWN_MS).unref();
    close().then(
      () => {
        logger.info({}, 'stopped');
        process.exit(0);
      },
      (error: unknown) => {
        logger.error({ err: error }, 'stopped with an error');
        process.exit(1);
      },
    );
  }
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  return stopListening;
}
