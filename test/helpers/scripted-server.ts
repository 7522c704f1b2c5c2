/** A real HTTP server that does what a test says, also what no well-behaved server does. */
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export type Reply =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string | object }
  /** Closes the connection without an answer. */
  | 'reset'
  /** Never answers. */
  | 'hang'
  /** Promises more bytes than it sends, then closes. */
  | 'cut';

export interface SeenRequest {
  /** Such as `POST /repos/ada/churn/check-runs`. */
  readonly line: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

export interface ScriptedServer {
  readonly url: string;
  readonly requests: readonly SeenRequest[];
  close(): Promise<void>;
}

export async function startScriptedServer(reply: (request: SeenRequest) => Reply): Promise<ScriptedServer> {
  const requests: SeenRequest[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const body = await text(incoming);
    const request = {
      line: `${incoming.method} ${incoming.url}`,
      headers: incoming.headers,
      body: body === '' ? null : JSON.parse(body),
    };
    requests.push(request);
    send(outgoing, reply(request));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function send(outgoing: ServerResponse, reply: Reply): void {
  if (reply === 'hang') return;
  if (reply === 'reset') {
    outgoing.socket?.resetAndDestroy();
    return;
  }
  if (reply === 'cut') {
    outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    outgoing.write('{"tree": [', () => outgoing.destroy());
    return;
  }
  const { status, headers = {}, body = {} } = reply;
  const isText = typeof body === 'string';
  outgoing.writeHead(status, { 'content-type': isText ? 'text/html' : 'application/json', ...headers });
  outgoing.end(isText ? body : JSON.stringify(body));
}
