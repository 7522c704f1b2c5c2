/** What strangers may hold of the server by opening connections: a bounded number, and one request at a time on each. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Connections at one time. Ordinary ones are there for milliseconds; so many are attackers or a proxy's pool. Together
 * with the database's and GitHub's they stay below 1,024, which Linux allows a process to open where nobody raised it.
 */
export const MAX_CONNECTIONS = 900;

/** A request and the answer to it. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

export interface Connections {
  /** False where the connection's last request has no answer yet: then this one must not be answered either. */
  begin(exchange: Exchange): boolean;
}

/**
 * Bounds the connections of a server. Beyond the limit the one goes that has been without a whole request for longest: who
 * sends slowly or not at all loses against who sends a delivery. Where all of them wait for an answer, the new one goes.
 */
export function boundConnections(server: Server, most = MAX_CONNECTIONS): Connections {
  /** Each open one and its last request, by the time of that or else of the connection, oldest first. */
  const open = new Map<Socket, Exchange | null>();

  server.on('connection', socket => {
    if (open.size >= most) close(longestWithoutRequest(open) ?? socket);
    if (socket.destroyed) return;
    open.set(socket, null);
    socket.once('close', () => open.delete(socket));
  });
  function close(socket: Socket): void {
    open.delete(socket);
    socket.destroy();
  }

  return {
    begin(exchange) {
      const { socket } = exchange.request;
      const last = open.get(socket) ?? null;
      // No client of ours sends a request before it has the answer to the last (RFC 9112, 9.3.2, would allow it). One
      // packet may hold a thousand, and all of their answers would have to be kept for a client that reads none.
      if (last !== null && !last.response.writableFinished) return false;
      open.delete(socket);
      open.set(socket, exchange);
      return true;
    },
  };
}

function longestWithoutRequest(open: ReadonlyMap<Socket, Exchange | null>): Socket | undefined {
  for (const [socket, last] of open) {
    if (last === null || last.response.writableFinished || !last.request.complete) return socket;
  }
  return undefined;
}
