import type { Observer, WriteLimiter } from '../ports.ts';

/** The limiter, with every write that it puts off counted. A pause was counted when GitHub asked for it. */
export function observedLimiter(limiter: WriteLimiter, observer: Pick<Observer, 'limited'>): WriteLimiter {
  return {
    ...limiter,
    async take(installationId, urgency) {
      const comeBackAt = await limiter.take(installationId, urgency);
      if (comeBackAt !== null && (await limiter.pausedUntil(installationId)) === null) {
        observer.limited('own-writes');
      }
      return comeBackAt;
    },
  };
}
