import { expect, test } from '@jest/globals';
import { nearest } from '../../src/rubric/nearest.ts';

test.each([
  ['heading', ['headings', 'title'], 'headings'],
  ['Titel', ['headings', 'title'], 'title'],
  ['names-dropped-attempt', ['names-a-dropped-attempt', 'names-a-task'], 'names-a-dropped-attempt'],
  ['zebra', ['headings', 'title'], null],
  ['', ['headings'], null],
])('%s among %j is %s', (written, known, expected) => {
  expect(nearest(written, known)).toBe(expected);
});
