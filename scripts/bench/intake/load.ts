/** The process that sends deliveries, as the bench sees it. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type LoadOrder, LoadResult } from './load-messages.ts';

export interface Load {
  /** One order at a time. Rejects where a delivery was not taken in: then there is nothing to measure. */
  send(order: LoadOrder): Promise<LoadResult>;
  close(): Promise<void>;
}

export function startLoad(): Load {
  const child = fork(fileURLToPath(new URL('load-process.ts', import.meta.url)), { execArgv: [] });
  return {
    async send(order) {
      child.send(order);
      const [answer] = await once(child, 'message');
      const result = LoadResult.parse(answer);
      const refused = Object.keys(result.statuses).filter(status => !status.startsWith('2'));
      if (refused.length === 0) return result;
      throw new Error(`${order.url} answered ${JSON.stringify(result.statuses)}`);
    },
    async close() {
      const gone = once(child, 'exit');
      child.kill();
      await gone;
    },
  };
}
