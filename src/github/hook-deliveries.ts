import { z } from 'zod';
import type { DeliveryAttempt } from '../ports.ts';
import type { AskAsApp } from './ask-as-app.ts';
import { PAGE_SIZE } from './paging.ts';

const Attempts = z.array(
  z.object({
    id: z.int().positive(),
    guid: z.string().min(1),
    event: z.string(),
    action: z.string().nullable(),
    delivered_at: z.coerce.date(),
    status: z.string(),
    status_code: z.int(),
  }),
);
const Page = z.object({ attempts: Attempts, link: z.string() });

/**
 * Attempts to deliver, newest first (docs: rest/apps/webhooks). A page names the next one by a cursor in its `Link`
 * header, not by a number.
 */
export async function* listDeliveries(ask: AskAsApp): AsyncGenerator<DeliveryAttempt, void> {
  let cursor: string | null = null;
  do {
    const { attempts, link }: z.infer<typeof Page> = await readPage(ask, cursor);
    yield* attempts.map(toAttempt);
    cursor = nextCursor(link);
  } while (cursor !== null);
}

function readPage(ask: AskAsApp, cursor: string | null): Promise<z.infer<typeof Page>> {
  return ask({
    doing: 'list the deliveries of webhooks',
    async send({ rest }, headers) {
      const place = cursor === null ? {} : { cursor };
      const response = await rest.apps.listWebhookDeliveries({ per_page: PAGE_SIZE, ...place, headers });
      return { data: { attempts: response.data, link: response.headers.link ?? '' } };
    },
    answer: Page,
  });
}

function toAttempt(item: z.infer<typeof Attempts>[number]): DeliveryAttempt {
  const { id, guid, event, action, delivered_at: attemptedAt, status, status_code } = item;
  const arrived = status_code >= 200 && status_code < 300;
  return { id, guid, event, action, attemptedAt, arrived, status };
}

/** Of `<https://…?cursor=v1_123&per_page=100>; rel="next"`; null on the last page. */
function nextCursor(link: string): string | null {
  const next = link.split(',').find(part => part.includes('rel="next"'));
  const url = next === undefined ? undefined : /<([^<>]+)>/.exec(next)?.[1];
  return url === undefined ? null : new URL(url).searchParams.get('cursor');
}
