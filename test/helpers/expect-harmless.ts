import { expect } from '@jest/globals';
import { harmIn } from './harm-in.ts';

/**
 * Markdown in which nothing of a stranger's does anything: no link, image, markup, mention, reference, command or
 * marker of theirs. `markers`: those that this app put there.
 */
export function expectHarmless(markdown: string, markers: readonly string[] = []): void {
  expect(harmIn(markdown, markers)).toEqual([]);
}
