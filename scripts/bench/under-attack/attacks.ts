/** What strangers do to a server at the same time, each again and again. None of them knows the secret. */
import { connect, type Socket } from 'node:net';

const BADLY_SIGNED_PER_SECOND = 200;
const SLOW_CONNECTIONS = 500;
const ENDLESS_BODIES = 4;
const CRUMBS_BODIES = 1;
const PIPELINES_PER_SECOND = 10;
const PIPELINED = 100;
const PART_BYTES = 65_536;
/** So that all bodies without end together are half a gigabit a second: what a line carries, not what loopback does. */
const PART_MS = 4;

export const ATTACKS = `${BADLY_SIGNED_PER_SECOND} badly signed deliveries of 20 kB a second, ${SLOW_CONNECTIONS} connections whose headers drip, ${ENDLESS_BODIES} bodies without end (${((ENDLESS_BODIES * PART_BYTES) / PART_MS / 1000).toFixed(0)} MB a second) and ${CRUMBS_BODIES} of chunks of one byte, ${PIPELINES_PER_SECOND} packets of ${PIPELINED} requests for \`/metrics\` a second`;

const CLAIM = [
  'host: a',
  'content-type: application/json',
  'x-github-event: push',
  'x-github-delivery: attack',
  `x-hub-signature-256: sha256=${'0'.repeat(64)}`,
].join('\r\n');
const head = (more: string) => `POST /api/github/webhooks HTTP/1.1\r\n${CLAIM}\r\n${more}\r\n\r\n`;

/** Begins all of them; they go on until their thread ends. */
export function attack(port: number): void {
  const open = (): Socket =>
    connect({ port, host: '127.0.0.1' })
      .on('error', () => {})
      .resume();
  const body = 'x'.repeat(20_000);
  const badlySigned = head(`content-length: ${body.length}\r\nconnection: close`) + body;
  setInterval(() => open().end(badlySigned), 1000 / BADLY_SIGNED_PER_SECOND);

  const pipeline = 'GET /metrics HTTP/1.1\r\nhost: a\r\n\r\n'.repeat(PIPELINED);
  setInterval(() => open().pause().write(pipeline), 1000 / PIPELINES_PER_SECOND);

  for (let number = 0; number < SLOW_CONNECTIONS; number += 1) drip(open);
  const part = Buffer.alloc(PART_BYTES, 'x');
  for (let number = 0; number < ENDLESS_BODIES; number += 1) {
    pour(open, head('content-length: 26214400'), part);
  }
  const crumbs = Buffer.from('1\r\nx\r\n'.repeat(1_000));
  for (let number = 0; number < CRUMBS_BODIES; number += 1)
    pour(open, head('transfer-encoding: chunked'), crumbs);
}

/** A header that never ends, one byte every second; begun anew when it is cut off. */
function drip(open: () => Socket): void {
  const socket = open();
  socket.write('POST /api/github/webhooks HTTP/1.1\r\nx: ');
  const dripping = setInterval(() => socket.write('x'), 1000);
  socket.on('close', () => {
    clearInterval(dripping);
    setTimeout(drip, 100, open);
  });
}

/** Part after part, no faster than it is taken. */
function pour(open: () => Socket, begun: string, part: Buffer): void {
  const socket = open();
  socket.write(begun);
  const pump = (): void => {
    if (socket.destroyed) return;
    if (socket.write(part)) setTimeout(pump, PART_MS);
    else socket.once('drain', pump);
  };
  pump();
  socket.on('close', () => setTimeout(pour, 100, open, begun, part));
}
