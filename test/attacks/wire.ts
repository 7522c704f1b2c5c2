/** Requests byte for byte, for what no HTTP client would send. */
import { createHmac } from 'node:crypto';
import { connect } from 'node:net';

/** In this order, as often as they stand here. */
export type HeaderLines = readonly (readonly [name: string, value: string])[];

export interface WireRequest {
  readonly method?: string | undefined;
  /** What stands behind the method. */
  readonly target?: string | undefined;
  readonly headers: HeaderLines;
  readonly body?: string | Buffer;
  /** Said by the sender; `close` unless told. */
  readonly connection?: 'close' | 'keep-alive';
}

/** The bytes of a request. */
export function onTheWire(request: WireRequest): Buffer {
  const {
    method = 'POST',
    target = '/api/github/webhooks',
    headers,
    body = '',
    connection = 'close',
  } = request;
  const lines = [['host', '127.0.0.1'], ['connection', connection], ...headers].map(
    ([name, value]) => `${name}: ${value}`,
  );
  const head = `${method} ${target} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`;
  // As latin1, so that a test can send any byte in a header.
  return Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(body)]);
}

/** GitHub's signature of a body, as it stands in `X-Hub-Signature-256`. */
export function signatureOf(secret: string, body: string | Buffer): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

/** GitHub's headers for a body; what is given here replaces one, and undefined leaves it out. */
export function signedLines(
  secret: string,
  body: string | Buffer,
  instead: Readonly<Record<string, string | undefined>> = {},
): HeaderLines {
  const lines: Record<string, string | undefined> = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    'x-github-event': 'installation',
    'x-github-delivery': 'attack',
    'x-hub-signature-256': signatureOf(secret, body),
    ...instead,
  };
  return Object.entries(lines).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
}

/** Sends the bytes and answers everything that came back until the connection was closed or reset. */
export function exchange(port: number, bytes: string | Buffer): Promise<string> {
  return new Promise(resolve => {
    const socket = connect({ port, host: '127.0.0.1' });
    let said = '';
    socket.setEncoding('utf8').on('data', text => {
      said += text;
    });
    // A reset is an answer, too.
    socket.on('error', () => {});
    socket.on('close', () => resolve(said));
    socket.write(bytes);
  });
}

/** The status of the first answer; 0 where there was none. */
export function statusOf(said: string): number {
  return Number(/^HTTP\/1\.1 (\d{3}) /.exec(said)?.[1] ?? 0);
}
