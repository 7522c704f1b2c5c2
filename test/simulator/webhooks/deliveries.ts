import { createHmac } from 'node:crypto';
import type { World } from '../state/world.ts';
import type { WebhookEvent } from './event.ts';

export interface DeliveryRequest extends WebhookEvent {
  readonly url: string;
  /** The app's own secret unless told. */
  readonly secret?: string;
  /** GitHub's `X-GitHub-Delivery`; give the same again for a redelivery. */
  readonly deliveryId?: string;
}

export interface DeliveryResult {
  readonly deliveryId: string;
  readonly status: number;
  readonly body: string;
}

/** One attempt to deliver, as `GET /app/hook/deliveries` lists it. */
export interface DeliveryRecord {
  readonly id: number;
  readonly request: Required<DeliveryRequest>;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly deliveredAt: Date;
  readonly redelivery: boolean;
  /** 0 where nobody answered. */
  readonly status: number;
  readonly responseBody: string;
}

/** Sends events as GitHub does, signed, and remembers how it went. Order, doubles and delay are the caller's. */
export class Deliveries {
  readonly records: DeliveryRecord[] = [];
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  /** Posts one event. Fails where nobody answers in time, or where GitHub would not send it at all. */
  async deliver(delivery: DeliveryRequest): Promise<DeliveryResult> {
    const id = this.#world.counters.next('delivery');
    const request = { secret: this.#world.credentials.webhookSecret, deliveryId: guid(id), ...delivery };
    const record = await this.#post(id, request, false);
    if (record.status === 0) throw new Error(`Nobody answered at ${request.url}: ${record.responseBody}`);
    return { deliveryId: request.deliveryId, status: record.status, body: record.responseBody };
  }

  /** Sends an earlier delivery again, under its own delivery id and with its payload unchanged. */
  redeliver(record: DeliveryRecord): Promise<DeliveryRecord> {
    return this.#post(this.#world.counters.next('delivery'), record.request, true);
  }

  async #post(id: number, request: Required<DeliveryRequest>, redelivery: boolean): Promise<DeliveryRecord> {
    const body = JSON.stringify(request.payload);
    if (Buffer.byteLength(body) > this.#world.limits.webhookBytes) {
      throw new Error('GitHub does not send events whose payload is over its limit');
    }
    const requestHeaders = headersOf(this.#world, request, body);
    const attempt = { id, request, requestHeaders, redelivery, deliveredAt: this.#world.wallClock.now() };
    const outcome = await post(request.url, requestHeaders, body, this.#world.limits.webhookAnswerMs);
    const record = { ...attempt, ...outcome };
    this.records.push(record);
    return record;
  }
}

/** Gives up, as GitHub does, on a server that takes too long. */
async function post(url: string, headers: Record<string, string>, body: string, patienceMs: number) {
  const signal = AbortSignal.timeout(patienceMs);
  try {
    const response = await fetch(url, { method: 'POST', headers, body, signal });
    return { status: response.status, responseBody: await response.text() };
  } catch (error) {
    return { status: 0, responseBody: String(error) };
  }
}

/** docs.github.com/en/webhooks/webhook-events-and-payloads#delivery-headers */
function headersOf(world: World, request: Required<DeliveryRequest>, body: string): Record<string, string> {
  const signature = createHmac('sha256', request.secret).update(body).digest('hex');
  return {
    accept: '*/*',
    'content-type': 'application/json',
    'user-agent': 'GitHub-Hookshot/simulated',
    'x-github-delivery': request.deliveryId,
    'x-github-event': request.event,
    'x-github-hook-id': '1',
    'x-github-hook-installation-target-id': String(world.app.id),
    'x-github-hook-installation-target-type': 'integration',
    'x-hub-signature-256': `sha256=${signature}`,
  };
}

/** A delivery id that looks like GitHub's and is the same in every run. */
function guid(id: number): string {
  return `00000000-0000-4000-8000-${id.toString(16).padStart(12, '0')}`;
}
