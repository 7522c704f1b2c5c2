/** A text is cut where it is long, and an emoji is two characters of JavaScript: no half of one is kept. */
import { describe, expect, test } from '@jest/globals';
import { readBuiltinYardstick } from '../../src/engine/builtin-yardstick.ts';
import { explainVerdicts, judge } from '../../src/engine/judge.ts';
import { cleanTitle } from '../../src/readme/plain-words.ts';
import { requestFor } from '../engine/requests.ts';

const YARDSTICK = readBuiltinYardstick();
/** `JSON.stringify` writes half a character as its number. */
const HALF = /\\ud[89a-f]/;
const TOLD = 'We tried an LSTM first and dropped it because three winters were too little data.';
const EMOJI = '🌊'.repeat(300);
const ENTRY = `- [${EMOJI}](projects/tides/)\n- [x${EMOJI}](projects/gauges/)\n- [Piers](projects/piers/)\n`;

describe.each([
  ['even', ''],
  ['odd', 'x'],
])('at %s places', (_, before) => {
  const readme = `# Tide tables\n\n## What did not work\n\n${before}${TOLD} ${EMOJI}\n`;

  test('a quote', () => {
    const report = judge(requestFor(readme), YARDSTICK);
    const { evidence = [] } = report.criteria.find(({ id }) => id === 'failures') ?? {};
    expect(evidence[0]?.quote).toContain('🌊');
    expect(JSON.stringify(report)).not.toMatch(HALF);
  });

  test('the first words of an explanation', () => {
    const explained = JSON.stringify(explainVerdicts(requestFor(readme), YARDSTICK));
    expect(explained).toContain('🌊');
    expect(explained).not.toMatch(HALF);
  });

  test('a title', () => {
    const title = cleanTitle(`${before}${'𠮷'.repeat(300)}`);
    expect(title).toContain('𠮷');
    expect(title.isWellFormed()).toBe(true);
  });
});

test('the names of projects that an index says nothing about', () => {
  const request = requestFor(`# My portfolio\n\n## Projects\n\n${ENTRY}`, {
    paths: ['README.md', 'projects/tides/README.md', 'projects/gauges/README.md', 'projects/piers/README.md'],
  });
  const report = JSON.stringify(judge(request, YARDSTICK));
  expect(report).toContain('Piers');
  expect(report).toContain('🌊');
  expect(report).not.toMatch(HALF);
});
