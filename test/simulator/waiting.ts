/** Longest wait for something that should happen by itself: generous, for a busy machine. */
const PATIENCE_MS = 20_000;

/** Lets callers wait on states and not on clocks: each is asked again after everything that may have changed it. */
export class Waiting {
  readonly #askAgain = new Set<() => void>();

  /** Something may have changed. */
  notify(): void {
    for (const ask of this.#askAgain) ask();
  }

  /** Resolves with the first thing that `look` finds. Rejects where it throws, or finds nothing for too long. */
  until<Found>(look: () => Found | undefined): Promise<Found> {
    return new Promise((resolve, reject) => {
      const settle = (how: () => void): void => {
        this.#askAgain.delete(ask);
        clearTimeout(timer);
        how();
      };
      const ask = (): void => {
        try {
          const found = look();
          if (found !== undefined) settle(() => resolve(found));
        } catch (error) {
          settle(() => reject(error));
        }
      };
      const timer = setTimeout(() => {
        settle(() => reject(new Error(`Nothing came for ${PATIENCE_MS / 1000} s: ${String(look)}`)));
      }, PATIENCE_MS);
      this.#askAgain.add(ask);
      ask();
    });
  }
}
