import { createHttpServer, HTTP_TIMEOUTS, type HttpTimeouts } from '../../src/web/http-server.ts';
import { createAccept } from '../../src/webhooks/accept.ts';
import { registerIntake, WEBHOOK_PATH } from '../../src/webhooks/intake.ts';
import { type CollectingLogger, createCollectingLogger } from '../helpers/collecting-logger.ts';
import { createRecordingStore, type RecordingStore } from '../helpers/recording-store.ts';
import { OUR_APP } from './expected-events.ts';

export const SECRET = 'a secret that only these tests know';
export const PREVIOUS_SECRET = 'the secret that was in force before';

export interface RunningIntake {
  readonly url: string;
  readonly port: number;
  readonly store: RecordingStore;
  readonly logger: CollectingLogger;
  /** What the observer was told, such as `push accepted` or `refused bad-json`. */
  readonly observed: readonly string[];
  close(): Promise<void>;
}

/** The intake over real HTTP on a free port, in front of a store that records. */
export async function startIntake(timeouts: HttpTimeouts = HTTP_TIMEOUTS): Promise<RunningIntake> {
  const store = createRecordingStore();
  const logger = createCollectingLogger();
  const observed: string[] = [];
  const http = createHttpServer(logger, timeouts);
  registerIntake(http, {
    accept: createAccept({ store, context: { appId: OUR_APP }, logger }),
    secrets: [SECRET, PREVIOUS_SECRET],
    observer: {
      delivered: (event, result) => observed.push(`${event} ${result}`),
      refused: error => observed.push(`refused ${error}`),
    },
    logger,
  });
  const address = await http.listen({ host: '127.0.0.1', port: 0 });
  return {
    url: address + WEBHOOK_PATH,
    port: Number(new URL(address).port),
    store,
    logger,
    observed,
    async close() {
      const closed = http.close();
      http.server.closeAllConnections();
      await closed;
    },
  };
}
