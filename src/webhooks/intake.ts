/**
 * Webhooks over HTTP, in front of Probot: bounded, checked on the raw bytes, parsed only when GitHub signed them, and
 * answered only when they stand in the store. What is wrong is answered before more is read than is needed to know it.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger, Observer } from '../ports.ts';
import type { Accept, Outcome } from './accept.ts';
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

/** The JSON of signed bytes; undefined where they are none. */
function parseJson(chunks: readonly Buffer[]): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(Buffer.concat(chunks)));
  } catch {
    return undefined;
  }
}

/** Takes one request in: 202 and a `Delivered`, or a refusal. */
async function takeIn(
  request: FastifyRequest,
  options: IntakeOptions,
  buffered: Buffered,
): Promise<{ event: string; delivered: Delivered } | Refusal> {
  const headers = readHeaders(request.headers);
  if (isRefusal(headers)) return headers;

  const signature = createSignatureCheck(options.secrets, headers.signature);
  const body = await readBody(request.raw, buffered, chunk => signature.update(chunk));
  if (isRefusal(body)) return body;
  if (body.length === 0) return EMPTY;
  if (!signature.matches()) return BAD_SIGNATURE;

  const payload = parseJson(body);
  if (payload === undefined) return BAD_JSON;
  const { deliveryId: id, event } = headers;
  try {
    const outcome = await options.accept({ id, name: event, payload });
    return outcome.result === 'unreadable' ? unreadable(outcome.problem) : { event, delivered: outcome };
  } catch (error) {
    options.logger.error({ delivery: id, event, err: error }, 'event could not be stored');
    return STORE_UNAVAILABLE;
  }
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
    const result = await takeIn(request, options, buffered);
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
