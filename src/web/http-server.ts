/** The HTTP server under all routes: time limits against slow senders, and JSON answers for what no route handles. */
import type { Socket } from 'node:net';
import fastify, { type FastifyInstance } from 'fastify';
import type { Logger } from '../ports.ts';

export interface HttpTimeouts {
  /** From the connection to the end of the headers. */
  readonly headersMs: number;
  /** From the connection to the end of the body. */
  readonly requestMs: number;
  /** How often both are looked at. */
  readonly checkMs: number;
}

/**
 * A body must be here within ten seconds: after that GitHub has hung up (docs: best-practices-for-using-webhooks).
 * Headers fit in one packet.
 */
export const HTTP_TIMEOUTS: HttpTimeouts = { headersMs: 5_000, requestMs: 10_000, checkMs: 1_000 };

/** What Node refuses before there is a request, by the code of its error. */
const CLIENT_ERRORS: Record<string, { status: string; error: string; message: string }> = {
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: '408 Request Timeout',
    error: 'timeout',
    message: 'The request took too long to arrive. Send it again.',
  },
  HPE_HEADER_OVERFLOW: {
    status: '431 Request Header Fields Too Large',
    error: 'headers-too-large',
    message: 'The headers of the request are too large.',
  },
  HPE_INVALID_EOF_STATE: {
    status: '400 Bad Request',
    error: 'incomplete',
    message: 'The request ended before its body was complete. Send it again.',
  },
};

const MALFORMED = {
  status: '400 Bad Request',
  error: 'malformed',
  message: 'This is not a well-formed HTTP/1.1 request.',
};

function answerClientError(error: { code?: string }, socket: Socket): void {
  if (socket.destroyed) return;
  const { status, ...answer } = CLIENT_ERRORS[error.code ?? ''] ?? MALFORMED;
  const body = JSON.stringify(answer);
  const head = `HTTP/1.1 ${status}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n`;
  socket.end(head + body, () => socket.destroy());
}

/** A server without routes, not yet listening. */
export function createHttpServer(logger: Logger, timeouts: HttpTimeouts = HTTP_TIMEOUTS): FastifyInstance {
  const http = fastify({
    logger: false,
    requestTimeout: timeouts.requestMs,
    http: { headersTimeout: timeouts.headersMs, connectionsCheckingInterval: timeouts.checkMs },
    forceCloseConnections: 'idle',
    clientErrorHandler: answerClientError,
  });
  http.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ error: 'not-found', message: 'There is nothing at this address.' }),
  );
  http.setErrorHandler((error: { statusCode?: number; code?: string; message: string }, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) {
      return reply.code(status).send({ error: error.code ?? 'bad-request', message: error.message });
    }
    logger.error({ err: error }, 'request failed');
    return reply.code(500).send({
      error: 'internal',
      message: 'Something went wrong here; the log of the server has the cause.',
    });
  });
  return http;
}
