import { connect } from 'node:net';
import { WEBHOOK_PATH } from '../../src/webhooks/intake.ts';

export interface RawAnswer {
  readonly status: number;
  readonly body: string;
}

/** The head of a webhook request as it goes over the wire. */
export function requestHead(headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries({ host: '127.0.0.1', ...headers }).map(([name, value]) => `${name}: ${value}`);
  return `POST ${WEBHOOK_PATH} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`;
}

/**
 * Writes the bytes and answers what came back until the server closed the connection; with `end`, our side is closed
 * after the bytes, as by a sender that breaks off.
 */
export function sendRaw(port: number, bytes: string, options: { end: boolean }): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', part => {
      text += part;
    });
    socket.on('error', reject);
    socket.on('end', () => {
      socket.destroy();
      const [head = '', body = ''] = text.split('\r\n\r\n');
      resolve({ status: Number(head.split(' ')[1]), body });
    });
    socket.write(bytes);
    if (options.end) socket.end();
  });
}
