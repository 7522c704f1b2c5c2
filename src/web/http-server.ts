/**
 * The HTTP server under all routes: limits against those who send slowly, much or without end, and JSON answers for what
 * no route handles. It reads no body: a route that wants one reads it from the stream.
 */
import type { Socket } from 'node:net';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Logger } from '../ports.ts';
import { boundConnections } from './connections.ts';
import { linger } from './linger.ts';

export interface HttpTimeouts {
  /** From the connection to the end of the headers. */
  readonly headersMs: number;
  /** From the connection to the end of the body. */
  readonly requestMs: number;
  /** For how long nothing may go either way while an answer is due or is not read. */
  readonly silenceMs: number;
  /** How often the first two are looked at. */
  readonly checkMs: number;
}

/**
 * A body must be here within ten seconds: after that GitHub has hung up (docs: best-practices-for-using-webhooks), and a
 * little later nobody waits for an answer. Headers fit in one packet.
 */
export const HTTP_TIMEOUTS: HttpTimeouts = {
  headersMs: 5_000,
  requestMs: 10_000,
  silenceMs: 15_000,
  checkMs: 1_000,
};

/** Of the request line and all headers together: Node's own limit, whatever it is started with. GitHub sends about 1 kB. */
export const MAX_HEADER_BYTES = 16 * 1024;

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

/** Of an address with a broken percent-encoding; it is not repeated. */
function answerBadAddress(_error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  if (!request.raw.complete) linger(request.raw);
  reply.code(400).send({ error: 'bad-address', message: 'This is not a well-formed address.' });
}

/** A server without routes, not yet listening. */
export function createHttpServer(logger: Logger, timeouts: HttpTimeouts = HTTP_TIMEOUTS): FastifyInstance {
  const http = fastify({
    logger: false,
    requestTimeout: timeouts.requestMs,
    connectionTimeout: timeouts.silenceMs,
    http: {
      headersTimeout: timeouts.headersMs,
      connectionsCheckingInterval: timeouts.checkMs,
      maxHeaderSize: MAX_HEADER_BYTES,
    },
    forceCloseConnections: 'idle',
    clientErrorHandler: answerClientError,
    frameworkErrors: answerBadAddress,
  });
  const connections = boundConnections(http.server);
  http.addHook('onRequest', (request, reply, next) => {
    if (connections.begin({ request: request.raw, response: reply.raw })) return next();
    reply.hijack();
    request.raw.socket.destroy();
  });
  http.addHook('onSend', (request, _reply, payload, next) => {
    // Undefined where a request does not come over a connection, as in a test.
    if (request.raw.complete === false) linger(request.raw);
    next(null, payload);
  });
  // Nobody parses what a stranger sends before a route has decided to.
  http.removeAllContentTypeParsers();
  http.addContentTypeParser('*', (_request, _stream, done) => done(null));

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
