import type { Delivery, Logger, Store } from '../ports.ts';
import { readAction, translate } from './events.ts';
import type { TranslationContext } from './translation.ts';

/** One event, whichever way it came in: over HTTP or through Probot. */
export interface IncomingEvent {
  /** GitHub's `X-GitHub-Delivery`. */
  readonly id: string;
  /** GitHub's `X-GitHub-Event`, such as `push`. */
  readonly name: string;
  readonly payload: unknown;
}

export type Outcome =
  | { readonly result: 'accepted' | 'duplicate' }
  | { readonly result: 'ignored'; readonly reason: string }
  /** Signed by GitHub, yet not what GitHub documents; `problem` names the fields. */
  | { readonly result: 'unreadable'; readonly problem: string };

/** Answers when the event stands in the store, or need not. Rejects with the store's error. */
export type Accept = (event: IncomingEvent) => Promise<Outcome>;

interface AcceptOptions {
  readonly store: Pick<Store, 'accept'>;
  readonly context: TranslationContext;
  readonly logger: Logger;
}

/** The one door: everything that comes from GitHub passes through the function this makes. */
export function createAccept({ store, context, logger }: AcceptOptions): Accept {
  /** Apart from the payload: many deliveries wait here at once. */
  async function keep(delivery: Delivery): Promise<Outcome> {
    const result = await store.accept(delivery);
    const { id, event, action } = delivery;
    logger.info({ delivery: id, event, action, result }, 'event received');
    return { result };
  }

  return async ({ id, name: event, payload }) => {
    const translation = translate(event, payload, context);
    const action = readAction(payload);
    const fields = { delivery: id, event, action };
    if (translation.kind === 'ignored') {
      const { reason } = translation;
      logger.debug({ ...fields, reason }, 'event ignored');
      return { result: 'ignored', reason };
    }
    if (translation.kind === 'unreadable') {
      const { problem } = translation;
      logger.warn({ ...fields, problem }, 'event not understood');
      return { result: 'unreadable', problem };
    }
    // Not awaited: a function that waits holds what it was given.
    return keep({ id, event, action, ...translation.content });
  };
}
