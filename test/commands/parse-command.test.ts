import { describe, expect, test } from '@jest/globals';
import { COMMANDS_BY_NAME } from '../../src/commands/kinds/index.ts';
import { parseCommand } from '../../src/commands/parse-command.ts';
import { MAX_NAME } from '../../src/commands/plain-words.ts';

test.each(Object.entries(COMMANDS_BY_NAME))(
  '%s is written as its usage and its example say',
  (name, { name: own, usage, example }) => {
    const kindOf = (written: string) => parseCommand(written.replace('/review', '')).kind;
    expect(own).toBe(name);
    expect(kindOf(example)).toBe(name);
    expect(kindOf(usage.replaceAll(/[<>]/g, ''))).toBe(name);
  },
);

describe('a first word that is a name is that command', () => {
  test.each([
    [' help', { kind: 'help' }],
    [' HELP me please', { kind: 'help' }],
    [' help!', { kind: 'help' }],
    [' config?', { kind: 'config' }],
    [' review', { kind: 'review' }],
    [' Explain what did not work.', { kind: 'explain', criterion: 'what did not work' }],
    [' explain failures\nThanks for all', { kind: 'explain', criterion: 'failures' }],
    [' withdraw "What did not work"', { kind: 'withdraw', criterion: 'What did not work' }],
    [' as ML-Pipeline, please', { kind: 'as', projectType: 'ML-Pipeline, please' }],
    [' as an ML pipeline.', { kind: 'as', projectType: 'ML pipeline' }],
    [' as an llm-application', { kind: 'as', projectType: 'llm-application' }],
    [' as auto', { kind: 'as', projectType: 'auto' }],
    [
      ' accept what did not work because nothing failed yet',
      { kind: 'accept', criterion: 'what did not work', reason: 'nothing failed yet' },
    ],
  ])('%j', (words, command) => {
    expect(parseCommand(words)).toEqual(command);
  });
});

describe('a command without what it needs is incomplete', () => {
  test.each([
    [' explain', 'explain'],
    [' explain …', 'explain'],
    [' explain\nfailures', 'explain'],
    [' as', 'as'],
    [' as a', 'as'],
    [' withdraw', 'withdraw'],
    [' accept', 'accept'],
    [' accept failures', 'accept'],
    [' accept failures because', 'accept'],
    [' accept because it is young', 'accept'],
  ])('%j', (words, command) => {
    expect(parseCommand(words)).toEqual({ kind: 'incomplete', command });
  });
});

describe('a first word that is nearly a name is answered with the nearest', () => {
  test.each([
    [' hlep', 'help'],
    [' halp', 'help'],
    [' explian failures', 'explain'],
    [' explan failures', 'explain'],
    [' acept failures because it is young', 'accept'],
    [' accpet failures', 'accept'],
    [' widthraw failures', 'withdraw'],
    [' confg', 'config'],
    [' CONIFG', 'config'],
  ])('%j', (words, nearest) => {
    expect(parseCommand(words)).toEqual({ kind: 'unknown', nearest });
  });
});

describe('before any other word it is a review', () => {
  test.each([
    '',
    '.',
    ', please',
    ': help',
    '\nhelp',
    ' please have a look',
    ' again',
    ' this',
    ' the README',
    ' he changed it',
    ' is it better now?',
    ' hello there',
    ' here you go',
    ' asap',
    ' as soon as you can',
    ' as usual',
    ' accepted suggestions are in',
    ' explained the outcome',
    ' helps a lot, thank you',
    ' withdrawn papers are listed now',
    ' configs are in place',
    ' confirm that it reads well',
    ' access to the data is explained now',
    ' except for the figures it is done',
    ' well done?',
    ' reviewed it myself',
  ])('%j', words => {
    expect(parseCommand(words)).toEqual({ kind: 'review' });
  });
});

test('a name that a stranger wrote is kept raw up to its limit', () => {
  const longest = 'x'.repeat(MAX_NAME);
  expect(parseCommand(` explain ${longest}`)).toEqual({ kind: 'explain', criterion: longest });
  expect(parseCommand(` explain ${longest}x`)).toEqual({
    kind: 'explain',
    criterion: `${longest.slice(1)}…`,
  });
  expect(parseCommand(' explain @octo <b>')).toEqual({ kind: 'explain', criterion: 'octo <b' });
});
