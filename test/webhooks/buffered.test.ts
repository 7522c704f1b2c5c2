import { describe, expect, test } from '@jest/globals';
import { createBuffered } from '../../src/webhooks/buffered.ts';
import { MIN_CHUNK_BYTES } from '../../src/webhooks/limits.ts';

const MOST = 10 * MIN_CHUNK_BYTES;

/** Bodies by name, and who gave way. */
function begin() {
  const buffered = createBuffered(MOST);
  const gone: string[] = [];
  const hold = (name: string) => buffered.hold(() => gone.push(name));
  return { buffered, gone, hold };
}

describe('the room for bodies', () => {
  test('is filled to the last byte', () => {
    const { buffered, gone, hold } = begin();
    expect(hold('one').grow(MOST - MIN_CHUNK_BYTES)).toBe(true);
    expect(hold('two').grow(MIN_CHUNK_BYTES)).toBe(true);
    expect(buffered.bytes).toBe(MOST);
    expect(gone).toEqual([]);
  });

  test('goes to the small where there is not a byte left: the largest gives way', () => {
    const { buffered, gone, hold } = begin();
    hold('middling').grow(3 * MIN_CHUNK_BYTES);
    hold('largest').grow(7 * MIN_CHUNK_BYTES);
    expect(hold('small').grow(MIN_CHUNK_BYTES)).toBe(true);
    expect(gone).toEqual(['largest']);
    expect(buffered.bytes).toBe(4 * MIN_CHUNK_BYTES);
  });

  test('is refused to the one that holds most itself', () => {
    const { buffered, gone, hold } = begin();
    hold('small').grow(MIN_CHUNK_BYTES);
    const large = hold('large');
    large.grow(9 * MIN_CHUNK_BYTES);
    expect(large.grow(1)).toBe(false);
    expect(gone).toEqual([]);
    expect(buffered.bytes).toBe(MIN_CHUNK_BYTES);
    large.release();
    expect(buffered.bytes).toBe(MIN_CHUNK_BYTES);
  });

  test('is given back, once', () => {
    const { buffered, hold } = begin();
    const body = hold('one');
    body.grow(MIN_CHUNK_BYTES + 1);
    expect(buffered.bytes).toBe(MIN_CHUNK_BYTES + 1);
    body.release();
    body.release();
    expect(buffered.bytes).toBe(0);
  });

  test('is charged for a chunk of one byte what that occupies', () => {
    const { buffered, hold } = begin();
    hold('crumbs').grow(1);
    expect(buffered.bytes).toBe(MIN_CHUNK_BYTES);
  });
});
