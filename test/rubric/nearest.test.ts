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

test.each([
  ['one letter left out', 'acept'],
  ['one letter too many', 'acccept'],
  ['one letter for another', 'aczept'],
  ['two neighbours that changed places', 'accetp'],
])('%s is one slip', (_, written) => {
  expect(nearest(written, ['accept'], 1)).toBe('accept');
  expect(nearest(written, ['accept'], 0)).toBeNull();
});
