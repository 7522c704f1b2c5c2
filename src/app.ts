/**
 * Showwork as a Probot app, for `probot run` and Probot's test tools. Probot checks the signature and routes the event;
 * what it means is decided, and stored, by the same `accept` as behind `showwork serve`. In production use
 * `showwork serve`: it bounds what strangers send, and answers only what is stored.
 */
import type { Probot } from 'probot';
import { explainProblems, loadConfig } from './config.ts';
import { createLogger } from './logger.ts';
import { startService } from './service.ts';
import { closeOnSignal, FINISH_MS } from './shutdown.ts';
import type { Accept } from './webhooks/accept.ts';

/** Hands every event that Probot receives to `accept`. An event that is not understood fails, as over HTTP. */
export function handleEvents(probot: Probot, accept: Accept): void {
  probot.onAny(async ({ id, name, payload }) => {
    const outcome = await accept({ id, name, payload });
    if (outcome.result === 'unreadable') throw new Error(`${name}: ${outcome.problem}`);
  });
}

/** What `probot run ./src/app.ts` loads; Probot asks for a default export. */
export default async function app(probot: Probot): Promise<void> {
  const result = loadConfig();
  if (!result.ok) throw new Error(explainProblems(result));
  const { config } = result;
  const logger = createLogger(config.logLevel);
  const clock = { now: () => new Date() };
  const service = await startService(config, { clock, logger });
  closeOnSignal(async () => {
    await service.stopWork(new Date(clock.now().getTime() + FINISH_MS));
    await service.close();
  }, logger);
  handleEvents(probot, service.accept);
}
