import { expect, test } from '@jest/globals';
import { createOneTimeState, LIFETIME_MS } from '../../src/setup/one-time-state.ts';
import { createMovingClock } from '../helpers/moving-clock.ts';

function setUp() {
  const clock = createMovingClock();
  return { clock, state: createOneTimeState(clock) };
}

test('a state is 256 bits, stays while it is good, and is never given out again', () => {
  const { state } = setUp();
  const first = state.current();
  expect(Buffer.from(first, 'base64url')).toHaveLength(32);
  expect(state.current()).toBe(first);
  state.redeem(first);
  expect(state.current()).not.toBe(first);
});

test('it is good once', () => {
  const { state } = setUp();
  const text = state.current();
  expect([state.redeem(text), state.redeem(text)]).toEqual(['good', 'used']);
});

test('a missing or wrong one takes nothing from the right one', () => {
  const { state } = setUp();
  const text = state.current();
  expect(state.redeem(undefined)).toBe('missing');
  expect(state.redeem('')).toBe('missing');
  expect(state.redeem(`${text}x`)).toBe('wrong');
  expect(state.redeem(setUp().state.current())).toBe('wrong');
  expect(state.redeem(text)).toBe('good');
});

test('before any was given out, every one is wrong', () => {
  expect(setUp().state.redeem('anything')).toBe('wrong');
});

test('it lives for fifteen minutes', () => {
  expect(LIFETIME_MS).toBe(15 * 60 * 1000);
  const { state, clock } = setUp();
  const first = state.current();
  clock.advance(LIFETIME_MS - 1);
  expect(state.redeem(first)).toBe('good');
  const second = state.current();
  clock.advance(LIFETIME_MS);
  expect(state.redeem(second)).toBe('expired');
  expect(state.redeem(second)).toBe('used');
});

test('one that ran out is replaced', () => {
  const { state, clock } = setUp();
  const first = state.current();
  clock.advance(LIFETIME_MS);
  const second = state.current();
  expect(second).not.toBe(first);
  expect([state.redeem(first), state.redeem(second)]).toEqual(['wrong', 'good']);
});
