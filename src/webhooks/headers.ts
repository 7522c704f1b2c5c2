import type { IncomingHttpHeaders } from 'node:http';
import { DELIVERY_ID, EVENT_NAME, MAX_BODY_BYTES } from './limits.ts';
import {
  EMPTY,
  ENCODED,
  FORM_ENCODED,
  NO_DELIVERY,
  NO_EVENT,
  NO_SIGNATURE,
  NOT_JSON,
  type Refusal,
  TOO_LARGE,
} from './refusals.ts';

/** What the headers of a webhook say; the signature is claimed, not checked. */
export interface WebhookHeaders {
  readonly deliveryId: string;
  readonly event: string;
  /** The 32 bytes of the claimed HMAC-SHA256. */
  readonly signature: Buffer;
}

const SIGNATURE = /^sha256=([0-9a-f]{64})$/i;

/** Reads the headers, or says why the request is refused before a byte of its body is read. */
export function readHeaders(headers: IncomingHttpHeaders): WebhookHeaders | Refusal {
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') return ENCODED;

  const mediaType = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (mediaType === 'application/x-www-form-urlencoded') return FORM_ENCODED;
  if (mediaType !== 'application/json') return NOT_JSON;

  const event = headers['x-github-event'];
  if (typeof event !== 'string' || !EVENT_NAME.test(event)) return NO_EVENT;
  const deliveryId = headers['x-github-delivery'];
  if (typeof deliveryId !== 'string' || !DELIVERY_ID.test(deliveryId)) return NO_DELIVERY;
  const signature = SIGNATURE.exec(String(headers['x-hub-signature-256']))?.[1];
  if (signature === undefined) return NO_SIGNATURE;

  const chunked = headers['transfer-encoding'] !== undefined;
  const declaredBytes = Number(headers['content-length'] ?? 0);
  if (!chunked && declaredBytes === 0) return EMPTY;
  if (declaredBytes > MAX_BODY_BYTES) return TOO_LARGE;
  return { deliveryId, event, signature: Buffer.from(signature, 'hex') };
}
