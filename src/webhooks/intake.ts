/**
 * Webhooks over HTTP, in front of Probot: bounded, checked on the raw bytes, parsed only when GitHub signed them, and
 * answered only when they stand in the store. What is wrong is answered before more is read than is needed to know it.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger, Observer } from '../ports.ts';
import type { Accept, IncomingEvent, Outcome } from './accept.ts';
import { type Buffered, createBuffered } from './buffered.ts';
import { readHeaders } from './headers.ts';
import { RETRY_AFTER_SECONDS } from './limits.ts';
import { readBody } from './read-body.ts';
import {
  BAD_JSON,
  BAD_SIGNATURE,
  EMPTY,
  METHOD_NOT_ALLOWED,
  type Refusal,
  STORE_UNAVAILABLE,
  unreadable,
} from './refusals.ts';
import { createSignatureCheck } from './signature.ts';

/** Probot's own default path, so that an app registered for Probot need not be changed. */
export const WEBHOOK_PATH = '/api/github/webhooks';

export interface IntakeOptions {
  readonly accept: Accept;
  /** The current secret first; the previous one while it is being replaced. */
  readonly secrets: readonly string[];
  /** Told an event's name only once the signature has been checked. */
  readonly observer: Pick<Observer, 'delivered' | 'refused'>;
  readonly logger: Logger;
}

type Delivered = Exclude<Outcome, { result: 'unreadable' }>;

function isRefusal(value: object): value is Refusal {
  return 'error' in value;
}

/** An ordinary body comes in one chunk, and is not copied. */
function joined(chunks: readonly Buffer[]): Buffer {
  const [first, second] = chunks;
  return first !== undefined && second === undefined ? first : Buffer.concat(chunks);
}

const UTF_8 = new TextDecoder();

/** The JSON of signed bytes; undefined where they are none. */
function parseJson(chunks: readonly Buffer[]): unknown {
  try {
    return JSON.parse(UTF_8.decode(joined(chunks)));
  } catch {
    return undefined;
  }
}

/** Reads what GitHub signed, or says why it is refused. */
async function readEvent(
  request: FastifyRequest,
  secrets: IntakeOptions['secrets'],
  buffered: Buffered,
): Promise<IncomingEvent | Refusal> {
  const headers = readHeaders(request.headers);
  if (isRefusal(headers)) return headers;

  const signature = createSignatureCheck(secrets, headers.signature);
  const body = await readBody(request.raw, buffered, chunk => signature.update(chunk));
  if (isRefusal(body)) return body;
  if (body.length === 0) return EMPTY;
  if (!signature.matches()) return BAD_SIGNATURE;

  const payload = parseJson(body);
  if (payload === undefined) return BAD_JSON;
  return { id: headers.deliveryId, name: headers.event, payload };
}

/** 202 and a `Delivered` once the event stands in the store, or a refusal. */
function takeIn(
  event: IncomingEvent | Refusal,
  { accept, logger }: IntakeOptions,
): Refusal | Promise<{ event: string; delivered: Delivered } | Refusal> {
  if (isRefusal(event)) return event;
  // Nobody who waits for the store holds the payload any more: many wait at once.
  const { id, name } = event;
  return accept(event).then(
    outcome =>
      outcome.result === 'unreadable' ? unreadable(outcome.problem) : { event: name, delivered: outcome },
    error => {
      logger.error({ delivery: id, event: name, err: error }, 'event could not be stored');
      return STORE_UNAVAILABLE;
    },
  );
}

function refuse(reply: FastifyReply, refusal: Refusal): FastifyReply {
  if (refusal.status === 503) reply.header('retry-after', String(RETRY_AFTER_SECONDS));
  const { status, error, message } = refusal;
  return reply.code(status).send({ error, message });
}

/** Adds the webhook's route to a server that leaves bodies in their streams: none is parsed before its signature is checked. */
export function registerIntake(http: FastifyInstance, options: IntakeOptions): void {
  const buffered = createBuffered();
  let badSignatures = 0;

  function noteRefusal(refusal: Refusal): void {
    options.observer.refused(refusal.error);
    if (refusal !== BAD_SIGNATURE) {
      options.logger.debug({ refusal: refusal.error }, 'webhook refused');
      return;
    }
    // The usual mistake on the first day, and what a flood looks like: said, but not once per request.
    badSignatures += 1;
    if (badSignatures % 1000 !== 1) return;
    options.logger.warn({ refusal: refusal.error, soFar: badSignatures }, BAD_SIGNATURE.message);
  }

  http.post(WEBHOOK_PATH, async (request, reply) => {
    const result = await readEvent(request, options.secrets, buffered).then(event => takeIn(event, options));
    if (isRefusal(result)) {
      noteRefusal(result);
      return refuse(reply, result);
    }
    options.observer.delivered(result.event, result.delivered.result);
    return reply.code(202).send(result.delivered);
  });

  http.route({
    method: ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    url: WEBHOOK_PATH,
    handler(_request, reply) {
      noteRefusal(METHOD_NOT_ALLOWED);
      return refuse(reply.header('allow', 'POST'), METHOD_NOT_ALLOWED);
    },
  });
}
