/** The limit on connections: at it, and one above it. */
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { boundConnections } from '../../src/web/connections.ts';

const MOST = 2;
const REQUEST = 'GET / HTTP/1.1\r\nhost: a\r\n\r\n';

let server: Server;
let clients: Socket[];
/** The answers that are due. */
let due: ServerResponse[];
beforeEach(async () => {
  due = [];
  clients = [];
  server = createServer();
  const connections = boundConnections(server, MOST);
  server.on('request', (request, response) => {
    if (connections.begin({ request, response })) due.push(response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  for (const client of clients) client.destroy();
  server.close();
  await once(server, 'close');
});

/** Resolves when the server knows the connection. */
async function open(): Promise<Socket> {
  const { port } = server.address() as AddressInfo;
  const known = once(server, 'connection');
  const client = connect({ port, host: '127.0.0.1' }).on('error', () => {});
  clients.push(client.resume());
  await known;
  return client;
}

/** Resolves when the server has the whole request. */
async function ask(client: Socket): Promise<void> {
  const begun = once(server, 'request');
  client.write(REQUEST);
  await begun;
}

test('as many as the limit are kept; with one more the oldest without a request goes', async () => {
  const [first, second] = [await open(), await open()];
  await ask(second);
  await ask(first);
  expect(due).toHaveLength(MOST);
  due[0]?.end();
  await once(second, 'data');
  const gone = once(second, 'close');
  const third = await open();
  await gone;
  await ask(third);
  expect([first.destroyed, third.destroyed]).toEqual([false, false]);
});

test('where all of them wait for an answer, the new one goes', async () => {
  const [first, second] = [await open(), await open()];
  await ask(first);
  await ask(second);
  const third = await open();
  await once(third, 'close');
  expect([first.destroyed, second.destroyed]).toEqual([false, false]);
});

test('a connection that closed makes room', async () => {
  const [first, second] = [await open(), await open()];
  await ask(second);
  await ask(first);
  // The server hears of it as the end of the answer that is due.
  const heard = due[1] === undefined ? Promise.reject(new Error('no answer is due')) : once(due[1], 'close');
  first.destroy();
  await heard;
  await ask(await open());
  expect(second.destroyed).toBe(false);
});
