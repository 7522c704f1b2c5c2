/**
 * Probot's own middleware with a handler that does nothing: what an app gets that keeps nothing. Probot asks GitHub for
 * an installation's token before the handler runs; a stand-in answers, and Probot keeps the token for an hour.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createNodeMiddleware, Probot } from 'probot';
import { z } from 'zod';

const Environment = z.object({ APP_ID: z.string(), PRIVATE_KEY: z.string(), WEBHOOK_SECRET: z.string() });
const { APP_ID: appId, PRIVATE_KEY: privateKey, WEBHOOK_SECRET: secret } = Environment.parse(process.env);

const github = createServer((_request, response) => {
  const expires = new Date(Date.now() + 3_600_000).toISOString();
  const token = { token: 'ghs_bench', expires_at: expires, permissions: {}, repository_selection: 'all' };
  response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify(token));
});
const baseUrl = await listen(github);
const probot = new Probot({ appId, privateKey, secret, baseUrl, logLevel: 'warn' });
const middleware = await createNodeMiddleware(app => app.on('push', () => {}), {
  probot,
  webhooksPath: '/api/github/webhooks',
});
const url = await listen(createServer((request, response) => void middleware(request, response)));
console.log(JSON.stringify({ msg: 'listening', url }));

function listen(server: ReturnType<typeof createServer>): Promise<string> {
  return new Promise(resolve => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve(`http://127.0.0.1:${port}`);
    });
  });
}
