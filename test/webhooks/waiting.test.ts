/** Many deliveries wait for the store at once, so none of them may hold what it came with: 20 kB as bytes, more when read. */
import { afterEach, expect, test } from '@jest/globals';
import { createHttpServer } from '../../src/web/http-server.ts';
import { createAccept } from '../../src/webhooks/accept.ts';
import { registerIntake, WEBHOOK_PATH } from '../../src/webhooks/intake.ts';
import { collectGarbage } from '../helpers/collect-garbage.ts';
import { createCollectingLogger } from '../helpers/collecting-logger.ts';
import { deliver } from '../helpers/deliver.ts';
import { CONTEXT, EVENT, HEAD } from './example-event.ts';
import { SECRET } from './start-intake.ts';

const logger = createCollectingLogger();
const http = createHttpServer(logger);
afterEach(() => http.close());

test('a delivery that waits for the store holds its payload no more', async () => {
  const asked = Promise.withResolvers<void>();
  const stored = Promise.withResolvers<'accepted'>();
  const store = {
    accept: () => {
      asked.resolve();
      return stored.promise;
    },
  };
  const accept = createAccept({ store, context: CONTEXT, logger });
  const payloads: WeakRef<object>[] = [];
  registerIntake(http, {
    accept: event => {
      payloads.push(new WeakRef(Object(event.payload)));
      return accept(event);
    },
    secrets: [SECRET],
    observer: { delivered: () => {}, refused: () => {} },
    logger,
  });
  const url = (await http.listen({ host: '127.0.0.1', port: 0 })) + WEBHOOK_PATH;
  const payload = { ...EVENT, ref: 'refs/heads/main', after: HEAD, deleted: false };
  const answer = deliver({ url, secret: SECRET, id: 'd-1', event: 'push', payload });
  await asked.promise;
  await collectGarbage();
  expect(payloads.map(payload => payload.deref())).toEqual([undefined]);

  stored.resolve('accepted');
  expect(await answer).toEqual({ status: 202, body: { result: 'accepted' } });
});
