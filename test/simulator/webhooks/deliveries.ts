import { createHmac } from 'node:crypto';
import type { World } from '../state/world.ts';
import type { WebhookEvent } from './payloads.ts';

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

/** One attempt to deliver, as `GET /app/hook/deliveries` lists it. `status` 0 where nobody answered. */
export interface DeliveryRecord {
  readonly id: number;
  readonly request: Required<DeliveryRequest>;
  readonly deliveredAt: Date;
  readonly redelivery: boolean;
  readonly status: number;
  readonly responseBody: string;
}

/** Sends events as GitHub does, signed, and remembers how it went. Order, doubles and delay are the caller's. */
export class Deliveries {
  readonly records: DeliveryRecord[] = [];
  readonly #world: World;
  readonly #secret: string;

  constructor(world: World, secret: string) {
    this.#world = world;
    this.#secret = secret;
  }

  /** Posts one event. Fails where nobody listens at the address. */
  async deliver(delivery: DeliveryRequest): Promise<DeliveryResult> {
    const id = this.#world.counters.next('delivery');
    const request = { secret: this.#secret, deliveryId: guid(id), ...delivery };
    return this.#post(id, request, false);
  }

  /** Sends an earlier delivery again, under its own delivery id; its payload is unchanged. */
  async redeliver(record: DeliveryRecord): Promise<DeliveryResult> {
    return this.#post(this.#world.counters.next('delivery'), record.request, true);
  }

  async #post(id: number, request: Required<DeliveryRequest>, redelivery: boolean): Promise<DeliveryResult> {
    const attempt = { id, request, redelivery, deliveredAt: this.#world.wallClock.now() };
    const body = JSON.stringify(request.payload);
    try {
      const response = await fetch(request.url, {
        method: 'POST',
        headers: headersOf(this.#world, request, body),
        body,
      });
      const responseBody = await response.text();
      this.records.push({ ...attempt, status: response.status, responseBody });
      return { deliveryId: request.deliveryId, status: response.status, body: responseBody };
    } catch (error) {
      this.records.push({ ...attempt, status: 0, responseBody: '' });
      throw error;
    }
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
