import type { Logger, Store } from '../ports.ts';
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
  return async ({ id, name, payload }) => {
    const translation = translate(name, payload, context);
    const fields = { delivery: id, event: name, action: readAction(payload) };
    if (translation.kind === 'ignored') {
      logger.debug({ ...fields, reason: translation.reason }, 'event ignored');
      return { result: 'ignored', reason: translation.reason };
    }
    if (translation.kind === 'unreadable') {
      logger.warn({ ...fields, problem: translation.problem }, 'event not understood');
      return { result: 'unreadable', problem: translation.problem };
    }
    const { content } = translation;
    const result = await store.accept({ id, event: name, action: fields.action, ...content });
    logger.info({ ...fields, result }, 'event received');
    return { result };
  };
}
