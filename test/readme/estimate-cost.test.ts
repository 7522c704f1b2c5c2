import { describe, expect, test } from '@jest/globals';
import { KEPT_ROWS } from '../../src/readme/cut-long-parts.ts';
import { countCost, estimateCost, MOST_COST } from '../../src/readme/estimate-cost.ts';
import { readOutline } from '../../src/readme/read-outline.ts';
import { COST_CASES, repeat } from './cost-cases.ts';

/** `accepted` of a case that is read whole at any size a README may have. */
const ALWAYS = 1_000_000;
/** Dear by itself: after it, only a cut can help. */
const FILLER = '[a](b) '.repeat(20_000);

describe('what is read whole', () => {
  test.each([
    ['nothing', ''],
    ['a table of 50 kB', `|a|b|c|d|\n|-|-|-|-|\n${'| north | 3.1 m | 4.2 m | deep |\n'.repeat(1_500)}`],
    ['a list of 50 kB', '- the gauge on the *north* pier\n'.repeat(1_600)],
    ['300 kB of prose', 'The **tide** comes in, see [the table](t.md).\nIt goes: `too`.\n\n'.repeat(4_600)],
    ['200 kB of code', `\`\`\`\n${'const tide = gauge.read(3);\n'.repeat(7_000)}\`\`\`\n`],
  ])('%s', (_name, text) => {
    expect(estimateCost(text)).toEqual({ kind: 'whole' });
  });
});

describe('the limit, for texts that parsers find dear', () => {
  test.each(COST_CASES)('$name', ({ build, accepted }) => {
    expect(countCost(build(accepted))).toBeLessThanOrEqual(MOST_COST);
    if (accepted === ALWAYS) return;
    const verdict = estimateCost(build(accepted * 1.15));
    expect(verdict.kind).not.toBe('whole');
    if (verdict.kind === 'cut') expect(countCost(verdict.text)).toBeLessThanOrEqual(MOST_COST);
  });

  test('does not depend on the line endings', () => {
    const text = repeat('- a\n')(60_000);
    for (const ending of ['\r\n', '\r'])
      expect(estimateCost(text.replaceAll('\n', ending))).toEqual({ kind: 'whole' });
  });

  test('says why a README is refused', () => {
    expect(estimateCost('<b>'.repeat(50_000))).toEqual({
      kind: 'refused',
      why: expect.stringMatching(/nested or repeated/),
    });
  });
});

describe('what is cut', () => {
  const cut = (text: string) => {
    const verdict = estimateCost(text);
    if (verdict.kind !== 'cut') throw new Error(`expected a cut, got ${verdict.kind}`);
    return verdict;
  };

  test('rows of a long table after the first ones, with all other lines in place', () => {
    const rows = 18_000;
    const text = `# Tides\n\n|a|b|\n|-|-|\n${'|1|2|\n'.repeat(rows)}\n## Next\n\nThe end.\n`;
    const verdict = cut(text);
    const firstOmitted = 5 + KEPT_ROWS;
    expect(verdict.omitted).toEqual([
      { range: { startLine: firstOmitted, endLine: 4 + rows }, what: 'table-rows', count: rows - KEPT_ROWS },
    ]);
    const outline = readOutline(verdict.text, verdict.omitted);
    expect(outline.omitted).toBe(verdict.omitted);
    expect(outline.lineCount).toBe(rows + 8);
    expect(outline.sections.at(-1)).toMatchObject({ title: 'Next', heading: { startLine: 6 + rows } });
    expect(outline.blocks.filter(({ kind }) => kind === 'table-row')).toHaveLength(KEPT_ROWS + 1);
  });

  test('items of a long list, nested and spread ones counted', () => {
    const items = 25_000;
    const verdict = cut(`1. first\n\n   more of it\n${'   - nested\n\n'.repeat(items)}\nThe end.\n`);
    expect(verdict.omitted).toEqual([
      {
        range: { startLine: 4 + 2 * (KEPT_ROWS - 1), endLine: 4 + 2 * (items - 1) },
        what: 'list-items',
        count: items + 1 - KEPT_ROWS,
      },
    ]);
    expect(readOutline(verdict.text).blocks.at(-1)?.text).toBe('The end.');
  });

  test(`nothing of a table of ${KEPT_ROWS} rows, one row of a longer one`, () => {
    const table = (rows: number) =>
      `${FILLER}\n\n|a|b|\n|-|-|\n${'|1|2|\n'.repeat(rows)}\n${'- a\n'.repeat(40_000)}`;
    expect(cut(table(KEPT_ROWS)).omitted.map(({ what }) => what)).toEqual(['list-items']);
    expect(cut(table(KEPT_ROWS + 1)).omitted[0]).toMatchObject({ what: 'table-rows', count: 1 });
  });

  test('no lines of code, whatever they look like', () => {
    const code = `\`\`\`\n${'- a\n'.repeat(300)}\n|a|\n|-|\n${'|1|\n'.repeat(300)}~~~\n\`\`\`\n`;
    const verdict = cut(`${code}\n${'- a\n'.repeat(100_000)}`);
    expect(verdict.omitted).toHaveLength(1);
    expect(verdict.text.startsWith(code)).toBe(true);
  });
});
