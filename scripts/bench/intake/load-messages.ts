/** What the bench and the process that sends deliveries say to each other. */
import { z } from 'zod';

/**
 * Send so many deliveries, either over so many connections each of which sends again as soon as it is answered, or so
 * many a second whatever becomes of them.
 */
export const LoadOrder = z.object({
  url: z.url(),
  secret: z.string(),
  deliveries: z.int().positive(),
  pace: z.union([
    z.object({ connections: z.int().positive() }),
    z.object({ perSecond: z.number().positive() }),
  ]),
});
export type LoadOrder = z.infer<typeof LoadOrder>;

export const LoadResult = z.object({
  /** From the first byte sent to the last answer. */
  seconds: z.number().positive(),
  /** Of the processor, the sender's own. */
  cpuSeconds: z.number(),
  /** How many were answered with which status; 0 where the connection broke. */
  statuses: z.record(z.string(), z.number()),
  /** From the time a delivery was due to its answer, each, ascending. */
  latenciesMs: z.array(z.number()),
});
export type LoadResult = z.infer<typeof LoadResult>;
