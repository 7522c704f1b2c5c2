import { describe, expect, test } from '@jest/globals';
import { MIN_PREFIX, resolveName } from '../../src/rubric/resolve-name.ts';

const KNOWN = [
  { id: 'problem', title: 'Problem' },
  { id: 'failures', title: 'What did not work' },
  { id: 'learned', title: 'What was learned' },
  { id: 'data-versioning', title: 'Data versioning' },
  { id: 'dataset', title: 'Dataset' },
];

describe('a name', () => {
  test.each([
    ['an id', 'failures', 'failures'],
    ['a title', 'What did not work', 'failures'],
    ['any case', 'FAILURES', 'failures'],
    ['spaces for hyphens', 'data versioning', 'data-versioning'],
    ['hyphens for spaces', 'what-was-learned', 'learned'],
    ['marks around it', '“`failures`”.', 'failures'],
    ['the first letters of an id', 'fail', 'failures'],
    ['the first letters of a title', 'what did', 'failures'],
    ['the first letters of an id and its title', 'prob', 'problem'],
  ])('%s: %s is %s', (_how, written, id) => {
    expect(resolveName(written, KNOWN)).toBe(id);
  });

  test.each([
    ['first letters that two share', 'data'],
    ['first words that two share', 'what'],
    ['nothing', ''],
    ['only marks', '…'],
    ['a slip of the pen', 'failurse'],
    ['more than the name', 'failures and more'],
  ])('%s: %s names none', (_why, written) => {
    expect(resolveName(written, KNOWN)).toBeNull();
  });

  test('needs so many first letters', () => {
    expect(resolveName('fail'.slice(0, MIN_PREFIX), KNOWN)).toBe('failures');
    expect(resolveName('fail'.slice(0, MIN_PREFIX - 1), KNOWN)).toBeNull();
  });

  test('that is whole wins over one that only begins with it', () => {
    const known = [
      { id: 'data-quality', title: 'Data' },
      { id: 'dataset', title: 'Dataset' },
    ];
    expect(resolveName('data', known)).toBe('data-quality');
  });
});
