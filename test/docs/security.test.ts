/** The threat model claims nothing that no test tries. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../..');
const MODEL = readFileSync(join(ROOT, 'docs/security.md'), 'utf8');
const CITATION = /^`(test\/[\w/.-]+\.test\.ts)`: \*(.+)\*$/;

/** The rows of the tables whose last column is `test`, as cells. */
function claimsOf(document: string): string[][] {
  const tables = document.split('\n\n').filter(part => /^\|.*\| test \|\n/.test(part));
  return tables.flatMap(table =>
    table
      .trim()
      .split('\n')
      .slice(2)
      .map(row => row.split(' | ').map(cell => cell.replace(/^\| | \|$/g, ''))),
  );
}

/** What is wrong with a row's citations; empty where every one of them is there. */
function problemsOf(cells: readonly string[]): string[] {
  const citations = (cells[2] ?? '').split('<br>');
  return citations.flatMap(citation => {
    const [, path = '', title = ''] = CITATION.exec(citation) ?? [];
    if (path === '') return [`no test: ${cells[0]}`];
    if (!existsSync(join(ROOT, path))) return [`no such file: ${path}`];
    const source = readFileSync(join(ROOT, path), 'utf8');
    return ["'", '"', '`'].some(quote => source.includes(`${quote}${title}${quote},`))
      ? []
      : [`no such test: ${title}`];
  });
}

describe('docs/security.md', () => {
  const claims = claimsOf(MODEL);

  test('names a test that is there for each claim', () => {
    expect(claims.length).toBeGreaterThan(30);
    expect(claims.flatMap(problemsOf)).toEqual([]);
  });

  test('would be found out', () => {
    expect(problemsOf(['a', 'b'])).toEqual(['no test: a']);
    expect(problemsOf(['a', 'b', 'we looked'])).toEqual(['no test: a']);
    expect(problemsOf(['a', 'b', '`test/nothing.test.ts`: *x*'])).toEqual([
      'no such file: test/nothing.test.ts',
    ]);
    expect(problemsOf(['a', 'b', '`test/config.test.ts`: *no such title*'])).toEqual([
      'no such test: no such title',
    ]);
  });

  test('has its claims in tables with a column for the test', () => {
    const tables = MODEL.split('\n\n').filter(part => part.startsWith('|'));
    const without = tables.filter(table => !/\| test \|\n/.test(table));
    expect(without.map(table => table.split('\n')[0])).toEqual(['| part | what it may do |']);
  });

  test('is where SECURITY.md leads', () => {
    expect(readFileSync(join(ROOT, 'SECURITY.md'), 'utf8')).toContain('docs/security.md');
  });
});
