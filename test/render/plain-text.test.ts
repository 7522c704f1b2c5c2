import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clip, neutralise, visible, visibleLine } from '../../src/render/plain-text.ts';
import { UNSEEN } from '../helpers/harmful-patterns.ts';
import { hostileText } from '../helpers/hostile-text.ts';

describe('visible', () => {
  test('holds no control, Bidi or half character', () => {
    fc.assert(
      fc.property(hostileText, text => {
        expect(visible(text)).not.toMatch(UNSEEN);
        expect(visibleLine(text)).not.toMatch(UNSEEN);
        expect(visible(text).isWellFormed()).toBe(true);
      }),
    );
  });

  test('shows where something unseen stood', () => {
    expect(visible('safe\u202egnp.exe \u001b[31mred')).toBe('safe\ufffdgnp.exe \ufffd[31mred');
  });

  test('keeps joined emoji and the spelling of other scripts', () => {
    expect(visible('👩‍💻 می‌خواهم')).toBe('👩‍💻 می‌خواهم');
  });
});

test.each([
  ['@octocat', '@\u200boctocat'],
  ['&commat;octocat', '&\u200bcommat;octocat'],
  ['&#64;octocat', '&\u200b#\u200b64;octocat'],
  ['octo/cat#7', 'octo/cat#\u200b7'],
  ['gh-7', 'gh-\u200b7'],
  ['https://github.com', 'https:\u200b//github.com'],
  ['www.example.com', 'www\u200b.example.com'],
  ['<!-- showwork:review a -->', '<\u200b!-- showwork:review a -->'],
  ['C# and R&D', 'C# and R&\u200bD'],
])('neutralise %j', (text, expected) => {
  expect(neutralise(text)).toBe(expected);
});

test.each([
  ['four', 4, 'four'],
  ['fiver', 4, 'fiv…'],
  ['😀😀😀😀', 4, '😀😀😀😀'],
  ['😀😀😀😀😀', 4, '😀😀😀…'],
  ['one two', 5, 'one…'],
])('clip %j to %i code points', (text, limit, expected) => {
  expect(clip(text, limit)).toBe(expected);
});
