import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import type { Answer } from './answer.ts';
import type { ReceivedRequest } from './asked-request.ts';

export interface HttpServer {
  /** Such as `http://127.0.0.1:40123`. */
  readonly url: string;
  close(): Promise<void>;
}

/** Puts the answering function behind HTTP on a free port of 127.0.0.1; null closes the connection unanswered. */
export async function listen(
  answer: (request: ReceivedRequest) => Promise<Answer | null>,
): Promise<HttpServer> {
  const server = createServer((incoming, outgoing) => {
    receive(incoming)
      .then(answer)
      .then<void>(result => (result === null ? void incoming.socket.destroy() : send(outgoing, result)))
      // The caller went away while it was sending.
      .catch(() => incoming.socket.destroy());
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function receive(incoming: IncomingMessage): Promise<ReceivedRequest> {
  const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) headers[name] = String(value);
  return {
    method: incoming.method ?? 'GET',
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers,
    text: await text(incoming),
  };
}

/** Pieces of an answer that comes slowly. */
const PIECES = 8;

async function send(outgoing: ServerResponse, answer: Answer): Promise<void> {
  const { body, drip } = answer;
  const isBytes = body instanceof Uint8Array;
  const type = isBytes ? 'application/octet-stream' : 'application/json; charset=utf-8';
  outgoing.writeHead(answer.status, {
    ...(body === null ? {} : { 'content-type': type }),
    ...answer.headers,
  });
  const bytes = body === null ? Buffer.alloc(0) : isBytes ? body : Buffer.from(JSON.stringify(body));
  if (drip !== undefined) await sendSlowly(outgoing, bytes, drip);
  else outgoing.end(bytes);
}

async function sendSlowly(outgoing: ServerResponse, bytes: Uint8Array, pauseMs: number): Promise<void> {
  const size = Math.max(Math.ceil(bytes.length / PIECES), 1);
  for (let at = 0; at < bytes.length; at += size) {
    outgoing.write(bytes.subarray(at, at + size));
    await wait(pauseMs);
  }
  outgoing.end();
}
