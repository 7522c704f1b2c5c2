import { type Answer, notFound, ok } from '../answer.ts';
import type { Call, Operation } from '../operation.ts';
import { deliveryItemShape, deliveryShape } from '../shapes/hook-delivery.ts';
import type { Deliveries, DeliveryRecord } from '../webhooks/deliveries.ts';

const PER_PAGE = 30;

/** docs.github.com/en/rest/apps/webhooks */
export function hookDeliveryOperations(deliveries: Deliveries): readonly Operation[] {
  return [
    { id: 'apps/list-webhook-deliveries', caller: 'app', handle: call => list(call, deliveries.records) },
    {
      id: 'apps/get-webhook-delivery',
      caller: 'app',
      handle: call => ok(deliveryShape(deliveryAsked(call, deliveries.records))),
    },
    {
      id: 'apps/redeliver-webhook-delivery',
      caller: 'app',
      async handle(call) {
        // GitHub answers first; here the delivery is done by then, so that a test has nothing to wait for.
        await deliveries.redeliver(deliveryAsked(call, deliveries.records));
        return { status: 202, body: {} };
      },
    },
  ];
}

/** Newest first; `cursor` in the `link` header's next page is the id to go on below. */
function list(call: Call, records: readonly DeliveryRecord[]): Answer {
  const perPage = Number(call.query['per_page'] ?? PER_PAGE);
  const below = Number(call.query['cursor'] ?? Number.POSITIVE_INFINITY);
  const older = [...records].reverse().filter(record => record.id < below);
  const page = older.slice(0, perPage);
  const last = page.at(-1);
  const body = page.map(deliveryItemShape);
  if (last === undefined || older.length <= perPage) return ok(body);
  const query = new URLSearchParams({ ...call.query, cursor: String(last.id) });
  return { ...ok(body), headers: { link: `<${call.world.apiUrl}${call.path}?${query}>; rel="next"` } };
}

function deliveryAsked(call: Call, records: readonly DeliveryRecord[]): DeliveryRecord {
  const record = records.find(({ id }) => id === Number(call.params['delivery_id']));
  if (record === undefined) throw notFound();
  return record;
}
