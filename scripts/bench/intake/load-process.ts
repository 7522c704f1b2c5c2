/** Sends signed deliveries over keep-alive connections, as it is told to, in a process of its own. */
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { makeDeliveries, type SignedDelivery } from './deliveries.ts';
import { LoadOrder, type LoadResult } from './load-messages.ts';

/** Where deliveries are sent by the clock: more than a server that keeps up ever needs. */
const MOST_CONNECTIONS = 200;

class Sender {
  readonly statuses: Record<string, number> = {};
  readonly latenciesMs: number[] = [];
  readonly #url: string;
  readonly #agent: Agent;

  constructor(url: string, connections: number) {
    this.#url = url;
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** `due`: on the clock of `performance`. */
  async send({ headers, body }: SignedDelivery, due: number): Promise<void> {
    const status = await this.#post(headers, body);
    this.latenciesMs.push(performance.now() - due);
    this.statuses[status] = (this.statuses[status] ?? 0) + 1;
  }

  close(): void {
    this.#agent.destroy();
  }

  #post(headers: SignedDelivery['headers'], body: Buffer): Promise<number> {
    return new Promise(resolve => {
      const sending = request(this.#url, { method: 'POST', agent: this.#agent, headers }, response => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0));
        response.on('error', () => resolve(0));
      });
      sending.on('error', () => resolve(0));
      sending.end(body);
    });
  }
}

/** Each connection sends when it was answered: as many as the server takes. */
async function flood(
  sender: Sender,
  deliveries: readonly SignedDelivery[],
  connections: number,
): Promise<void> {
  const waiting = deliveries.values();
  const connection = async () => {
    for (const delivery of waiting) await sender.send(delivery, performance.now());
  };
  await Promise.all(Array.from({ length: connections }, connection));
}

/** Each is sent when its time has come, also where others are not answered: a server that is slow makes them wait. */
async function drip(sender: Sender, deliveries: readonly SignedDelivery[], perSecond: number): Promise<void> {
  const started = performance.now();
  const sent: Promise<void>[] = [];
  for (const [index, delivery] of deliveries.entries()) {
    const due = started + (index * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await pause(early);
    sent.push(sender.send(delivery, due));
  }
  await Promise.all(sent);
}

async function carryOut({ url, secret, deliveries: count, pace }: LoadOrder): Promise<LoadResult> {
  const deliveries = makeDeliveries(count, secret);
  const sender = new Sender(url, 'connections' in pace ? pace.connections : MOST_CONNECTIONS);
  const cpuBefore = process.cpuUsage();
  const started = performance.now();
  if ('connections' in pace) await flood(sender, deliveries, pace.connections);
  else await drip(sender, deliveries, pace.perSecond);
  const seconds = (performance.now() - started) / 1000;
  const cpu = process.cpuUsage(cpuBefore);
  sender.close();
  return {
    seconds,
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
    statuses: sender.statuses,
    latenciesMs: sender.latenciesMs.sort((a, b) => a - b),
  };
}

process.on('message', async message => {
  process.send?.(await carryOut(LoadOrder.parse(message)));
});
