/**
 * What reading and judging a README costs grows with its length and not with the square of it. Counted in processor time
 * of this process, which other work on the machine hardly changes, and with a wide margin.
 */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { readBuiltinYardstick } from '../../src/engine/builtin-yardstick.ts';
import { judge } from '../../src/engine/judge.ts';
import { TIME_LIMIT_MS } from '../../src/engine/thread-limits.ts';
import { estimateCost } from '../../src/readme/estimate-cost.ts';
import { lineCounter } from '../../src/readme/source-lines.ts';
import { indexByLine } from '../../src/review/index-by-line.ts';
import { requestFor, TIDES } from '../engine/requests.ts';
import { MOST_GROWTH, STEPS, TOO_SHORT_TO_TELL } from './growth-limits.ts';
import { processorTime } from './processor-time.ts';
import { SHAPES, type Shape } from './shapes.ts';

const YARDSTICK = readBuiltinYardstick();

/** Milliseconds of processor time to judge so much of a shape in English. */
function judging({ build }: Shape, size: number): number {
  const request = requestFor(`${TIDES}\n${build(size)}`);
  return processorTime(() => judge(request, YARDSTICK));
}

function shape(name: string): Shape {
  const found = SHAPES.find(each => each.name === name);
  if (found === undefined) throw new Error(`no shape is called ${name}`);
  return found;
}

/** Compiled and loaded before anything is counted. */
beforeAll(() => {
  for (let round = 0; round < 20; round += 1) judge(requestFor(TIDES.repeat(10)), YARDSTICK);
});

describe('what once took the square of its length', () => {
  test.each([
    ['table whose rows have no cells', 45_000],
    ['table with a wide head in HTML', 100_000],
  ])('%s', (name, size) => {
    const large = judging(shape(name), size);
    if (large < TOO_SHORT_TO_TELL) return;
    expect(large / judging(shape(name), size / STEPS)).toBeLessThan(MOST_GROWTH);
  });
});

test('lines are counted in one pass, however many places of one long line are asked for', () => {
  const lineAt = lineCounter('a'.repeat(1_000_000), 1);
  const before = process.cpuUsage();
  for (let offset = 0; offset < 1_000_000; offset += 4) lineAt(offset);
  const { user } = process.cpuUsage(before);
  expect(user / 1000).toBeLessThan(300);
});

test('what stands on a line is found without looking at everything, however often it is asked', () => {
  const lines = Array.from({ length: 30_000 }, (_, line) => ({ range: { startLine: line, endLine: line } }));
  const standingOn = indexByLine(lines);
  const before = process.cpuUsage();
  for (const { range } of lines) standingOn(range);
  const { user } = process.cpuUsage(before);
  expect(user / 1000).toBeLessThan(500);
});

describe('every shape', () => {
  test.each(SHAPES)('is judged in time at 50 kB: $name', each => {
    expect(judging(each, 50_000)).toBeLessThan(TIME_LIMIT_MS);
  });
});

test('ordinary large READMEs are judged, not refused', () => {
  const row = '| north pier | 3.1 m | 4.2 m | the gauge was dry on that day |\n';
  const part = `## Gauge\n\n${'The tide comes in, see [the table](t.md). '.repeat(8)}\n\n\`\`\`js\nconst tide = read(3);\nprint(tide);\n\`\`\`\n\n`;
  const table = `${TIDES}\n|a|b|c|d|\n|-|-|-|-|\n${row.repeat(50_000 / row.length)}`;
  const prose = `${TIDES}\n${part.repeat(300_000 / part.length)}`;
  for (const text of [table, prose]) {
    expect(estimateCost(text).kind).toBe('whole');
    const { criteria } = judge(requestFor(text), YARDSTICK);
    expect(criteria.some(({ verdict }) => verdict === 'present' || verdict === 'thin')).toBe(true);
  }
});
