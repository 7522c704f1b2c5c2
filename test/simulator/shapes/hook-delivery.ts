import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import type { DeliveryRecord } from '../webhooks/deliveries.ts';

/** What a delivery's list entry takes from its payload. */
const PayloadIds = z.object({
  action: z.string().nullable().default(null),
  installation: z.object({ id: z.number() }).optional(),
  repository: z.object({ id: z.number() }).optional(),
});

export function deliveryItemShape(record: DeliveryRecord) {
  const { action, installation, repository } = PayloadIds.parse(record.request.payload);
  return {
    id: record.id,
    guid: record.request.deliveryId,
    delivered_at: record.deliveredAt.toISOString(),
    redelivery: record.redelivery,
    duration: 0.1,
    status: statusText(record.status),
    status_code: record.status,
    event: record.request.event,
    action,
    installation_id: installation?.id ?? null,
    repository_id: repository?.id ?? null,
    throttled_at: null,
  };
}

export function deliveryShape(record: DeliveryRecord) {
  return {
    ...deliveryItemShape(record),
    url: record.request.url,
    request: { headers: record.requestHeaders, payload: record.request.payload },
    response: { headers: {}, payload: record.responseBody },
  };
}

/** `OK` for any success, GitHub's mark of a delivery that need not be repeated. */
function statusText(status: number): string {
  if (status === 0) return 'failed to connect to host';
  return status >= 200 && status < 300
    ? 'OK'
    : `Invalid HTTP Response: ${status} ${STATUS_CODES[status] ?? ''}`;
}
