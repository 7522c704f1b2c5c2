import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nameMeant, nameMeantFirst } from '../../src/commands/name-meant.ts';
import { hostileText } from '../helpers/hostile-text.ts';

const NAMED = [
  { id: 'problem', title: 'Problem' },
  { id: 'decisions', title: 'Decisions' },
  { id: 'failures', title: 'What did not work' },
  { id: 'learned', title: 'What was learned' },
  { id: 'metric-choice', title: 'Choice of metric' },
  { id: 'cost', title: 'Cost' },
  { id: 'delivery', title: 'Delivery and rollback' },
];

test.each([
  ['its id', 'failures', 'failures'],
  ['its title', 'What did not work', 'failures'],
  ['any case', 'DECISIONS', 'decisions'],
  ['spaces for hyphens', 'metric choice', 'metric-choice'],
  ['hyphens for spaces', 'what-did-not-work', 'failures'],
  ['marks around it', '  “Failures”. ', 'failures'],
  ['a beginning', 'fail', 'failures'],
  ['the beginning of a title', 'what did', 'failures'],
  ['a slip', 'faliures', 'failures'],
  ['two slips', 'desisoins', 'decisions'],
  ['a slip in a short word', 'cosst', 'cost'],
  ['a slip in a title', 'what did not wrok', 'failures'],
])('%s: %s', (_, written, id) => {
  expect(nameMeant(written, NAMED)).toBe(id);
});

test.each([
  ['nothing', ''],
  ['only marks', '…'],
  ['too short a beginning', 'fai'],
  ['the beginning of two', 'what'],
  ['another word', 'deployment'],
  ['a short word with two slips', 'tast'],
])('%s is none of them: %s', (_, written) => {
  expect(nameMeant(written, NAMED)).toBeNull();
});

test('every id and title is itself, and any text is one of the ids or none', () => {
  for (const { id, title } of NAMED) {
    expect(nameMeant(id, NAMED)).toBe(id);
    expect(nameMeant(title, NAMED)).toBe(id);
  }
  fc.assert(
    fc.property(hostileText, written => {
      expect([null, ...NAMED.map(({ id }) => id)]).toContain(nameMeant(written, NAMED));
    }),
  );
});

test.each([
  ['the name alone', 'What did not work', 'failures'],
  ['words after it', 'failures please, I am stuck', 'failures'],
  ['a slip, and words after it', 'faliures please', 'failures'],
  ['words before it', 'the failures', null],
  ['nothing', '', null],
])('a text that begins with %s: %s', (_, written, id) => {
  expect(nameMeantFirst(written, NAMED)).toBe(id);
});
