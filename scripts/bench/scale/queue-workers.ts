/** How the queue hands out jobs to several processes that do nothing but wait. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { openPostgresStore } from '../../../src/store/open-postgres-store.ts';
import { createPostgresSchema } from '../postgres-schema.ts';
import { GITHUB_LATENCY_MS } from '../pushes/stage.ts';
import { pushTo } from './examples.ts';
import { silentLogger } from './silent-logger.ts';

/** A tree, a blob, a check run and a token. */
const WAIT_MS = 4 * GITHUB_LATENCY_MS;
const PROCESS = fileURLToPath(new URL('waiting-worker-process.ts', import.meta.url));

/** Jobs a second that so many worker processes get done, each of an installation of its own. */
export async function queueThroughput(workers: number, jobs: number): Promise<number> {
  const schema = await createPostgresSchema();
  const clock = { now: () => new Date() };
  const opened = await openPostgresStore({ databaseUrl: schema.databaseUrl, clock, logger: silentLogger });
  const children: ChildProcess[] = [];
  try {
    let ended = 0;
    const allEnded = Promise.withResolvers<void>();
    for (let number = 0; number < workers; number += 1) {
      const child = fork(PROCESS, [schema.databaseUrl, String(WAIT_MS)], { execArgv: [] });
      children.push(child);
      await once(child, 'message');
      child.on('message', () => {
        ended += 1;
        if (ended === jobs) allEnded.resolve();
      });
    }
    const started = performance.now();
    const ids = Array.from({ length: jobs }, (_, index) => 1 + index);
    await Promise.all(ids.map(id => opened.store.accept(pushTo(id, id))));
    await allEnded.promise;
    return jobs / ((performance.now() - started) / 1000);
  } finally {
    for (const child of children) {
      const gone = once(child, 'exit');
      child.kill();
      await gone;
    }
    await opened.close();
    await schema.drop();
  }
}
