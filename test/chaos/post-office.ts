/** GitHub's deliveries as a run has them: several times, late, over each other, or never. */
import { randomUUID } from 'node:crypto';
import type { Simulator } from '../simulator/simulator.ts';
import type { WebhookEvent } from '../simulator/webhooks/event.ts';
import type { Travel } from './steps.ts';

export interface PostOffice {
  /** Sends an event on its way. */
  send(event: WebhookEvent, travel: Travel): void;
  /** A step is over: what was to come by now is sent. */
  tick(): void;
  /** Brings what was delivered so many deliveries ago once more. */
  redeliver(back: number): void;
  /** Sends what still waits, and resolves when everything was answered, or not. */
  finish(): Promise<void>;
}

/** `webhookUrls`: of the processes that take webhooks in; each gets every other event. */
export function createPostOffice(simulator: Simulator, webhookUrls: readonly string[]): PostOffice {
  const late: { readonly send: () => void; wait: number }[] = [];
  const onTheWay = new Set<Promise<unknown>>();
  let sent = 0;

  function deliver(event: WebhookEvent, deliveryId: string): void {
    const url = webhookUrls[sent % webhookUrls.length] ?? '';
    sent += 1;
    // One that nobody answers stands in GitHub's list all the same.
    const delivery = simulator.webhooks.deliver({ url, ...event, deliveryId }).catch(() => null);
    onTheWay.add(delivery);
    void delivery.then(() => onTheWay.delete(delivery));
  }

  return {
    send(event, { copies, delay, lost }) {
      if (lost) return;
      const deliveryId = randomUUID();
      const send = () => {
        for (let copy = 0; copy < copies; copy += 1) deliver(event, deliveryId);
      };
      if (delay === 0) send();
      else late.push({ send, wait: delay });
    },
    tick() {
      for (const letter of [...late]) {
        letter.wait -= 1;
        if (letter.wait > 0) continue;
        late.splice(late.indexOf(letter), 1);
        letter.send();
      }
    },
    redeliver(back) {
      const request = simulator.webhooks.deliveries.at(-back)?.request;
      if (request !== undefined) deliver(request, request.deliveryId);
    },
    async finish() {
      for (const letter of late.splice(0)) letter.send();
      await Promise.all(onTheWay);
    },
  };
}
