import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { acceptanceComment, MAX_REASON, parseAcceptance } from '../../src/commands/parse-acceptance.ts';
import { hostileText } from '../helpers/hostile-text.ts';

describe('an acceptance', () => {
  test.each([
    ['accept failures because it is young', 'failures', 'it is young'],
    ['ACCEPT Failures BECAUSE It Is Young', 'Failures', 'It Is Young'],
    ['  accept  failures  because  it\n is   young  ', 'failures', 'it is young'],
    ['accept failures\nbecause it is young', 'failures', 'it is young'],
    ['accept failures because: it is young', 'failures', 'it is young'],
    ['accept "what did not work" because it is young', 'what did not work', 'it is young'],
    ['accept failures because it failed because of me', 'failures', 'it failed because of me'],
    ['accept failures because it\u2019s young', 'failures', 'it\u2019s young'],
  ])('%j', (text, criterion, reason) => {
    expect(parseAcceptance(text)).toEqual({ criterion, reason });
  });

  test.each([
    ['without a reason', 'accept failures because'],
    ['whose reason says nothing', 'accept failures because …'],
    ['without because', 'accept failures: it is young'],
    ['with because inside a word', 'accept failures justbecause it is young'],
    ['without a criterion', 'accept because it is young'],
    ['whose criterion is only marks', 'accept "" because it is young'],
    ['whose because stands far below', 'accept failures\nI wrote that because it is young'],
    ['of another word', 'accepted failures because it is young'],
    ['of nothing', ''],
  ])('is none %s', (_, text) => {
    expect(parseAcceptance(text)).toBeNull();
  });

  test('keeps a reason up to its limit, and no half characters', () => {
    const reasonOf = (reason: string) => parseAcceptance(`accept failures because ${reason}`)?.reason;
    const longest = '😀'.repeat(MAX_REASON - 1);
    expect(reasonOf(`${longest}x`)).toBe(`${longest}x`);
    expect(reasonOf(`${longest}xy`)).toBe(`${longest}…`);
  });
});

describe('the README comment that says the same', () => {
  test('is read back by the same grammar', () => {
    const said = { criterion: 'failures', reason: 'nothing failed yet' };
    const comment = acceptanceComment(said);
    expect(comment).toBe('<!-- showwork: accept failures because nothing failed yet -->');
    expect(parseAcceptance(comment.replace('<!-- showwork: ', '').replace(' -->', ''))).toEqual(said);
  });

  test('is one comment on one line, whatever the reason holds', () => {
    fc.assert(
      fc.property(hostileText, reason => {
        const comment = acceptanceComment({ criterion: 'failures', reason });
        expect(comment.indexOf('--', 4)).toBe(comment.length - 3);
        expect(comment).not.toMatch(/[\r\n]/);
      }),
    );
  });
});
