/** What the bench and the process that measures say to each other. */
import { z } from 'zod';

export const HostileSize = z.object({
  /** Characters of the texts. */
  sizes: z.array(z.int().positive()),
  /** 1 for every shape, 2 for every other one. */
  everyShape: z.int().positive(),
  /** Hostile reviews that are under way at the same time. */
  attackers: z.int().positive(),
  rounds: z.int().positive(),
  /** Reviews of others a second, and for how long in each half of a round. */
  perSecond: z.number().positive(),
  seconds: z.number().positive(),
});
export type HostileSize = z.infer<typeof HostileSize>;

export const HostileFigures = z.object({
  texts: z.array(
    z.object({
      shape: z.string(),
      size: z.int(),
      ms: z.number(),
      /** `refused`: a kind answer after the estimate of the cost. `timed-out`: no answer. */
      outcome: z.enum(['judged', 'refused', 'timed-out']),
    }),
  ),
  rounds: z.array(z.object({ quietP99Ms: z.number(), besideP99Ms: z.number() })),
  /** At the peak. */
  residentMb: z.number(),
});
export type HostileFigures = z.infer<typeof HostileFigures>;
