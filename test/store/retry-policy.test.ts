import { describe, expect, test } from '@jest/globals';
import { ShowworkError } from '../../src/errors.ts';
import { MAX_ATTEMPTS, nextAttempt } from '../../src/store/queue/retry-policy.ts';

const NOW = Date.UTC(2026, 0, 5);
const HOUR = 3_600_000;
const unavailable = (retryAt?: Date) =>
  new ShowworkError('GITHUB_UNAVAILABLE', 'HTTP 502', retryAt === undefined ? {} : { retryAt });

describe('nextAttempt', () => {
  test('doubles from five seconds and stays at an hour', () => {
    const delays = Array.from({ length: MAX_ATTEMPTS - 1 }, (_, index) => {
      const retry = nextAttempt(unavailable(), index + 1, NOW);
      return ((retry?.at ?? 0) - NOW) / 1000;
    });
    expect(delays).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600]);
  });

  test('ends with the last attempt', () => {
    expect(nextAttempt(unavailable(), MAX_ATTEMPTS - 1, NOW)).not.toBeNull();
    expect(nextAttempt(unavailable(), MAX_ATTEMPTS, NOW)).toBeNull();
  });

  test('ends earlier for faults of our own', () => {
    expect(nextAttempt(new ShowworkError('REVIEW_CRASHED', ''), 1, NOW)).not.toBeNull();
    expect(nextAttempt(new ShowworkError('REVIEW_CRASHED', ''), 2, NOW)).toBeNull();
    expect(nextAttempt(new ShowworkError('INTERNAL', ''), 3, NOW)).not.toBeNull();
    expect(nextAttempt(new ShowworkError('INTERNAL', ''), 4, NOW)).toBeNull();
  });

  test('does not begin where the code says that it cannot help', () => {
    expect(nextAttempt(new ShowworkError('GITHUB_FORBIDDEN', ''), 1, NOW)).toBeNull();
  });

  test('takes the time that the error names, and only if it is still to come', () => {
    expect(nextAttempt(unavailable(new Date(NOW + 3 * HOUR)), 1, NOW)).toEqual({
      at: NOW + 3 * HOUR,
      held: true,
    });
    expect(nextAttempt(unavailable(new Date(NOW - HOUR)), 1, NOW)).toEqual({ at: NOW + 5_000, held: false });
    expect(nextAttempt(unavailable(new Date(Number.NaN)), 1, NOW)).toEqual({ at: NOW + 5_000, held: false });
  });
});
