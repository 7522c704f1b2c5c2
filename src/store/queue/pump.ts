/** Runs a step whenever it is asked to, never twice at a time, and never forgets a request. */
export interface Pump {
  poke(): void;
  /** Resolves when the step that runs now, if any, has ended. */
  settled(): Promise<void>;
}

/** A request during a run leads to one more run. A step that throws is reported and not repeated by itself. */
export function createPump(step: () => Promise<void>, failed: (error: unknown) => void): Pump {
  let poked = false;
  let turning: Promise<void> | null = null;

  async function turn(): Promise<void> {
    while (poked) {
      poked = false;
      try {
        await step();
      } catch (error) {
        failed(error);
      }
    }
    turning = null;
  }

  return {
    poke: () => {
      poked = true;
      turning ??= turn();
    },
    settled: async () => {
      await turning;
    },
  };
}
