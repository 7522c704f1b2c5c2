import { describe, expect, test } from '@jest/globals';
import type { Outline } from '../../src/readme/outline.ts';
import { MAX_ACCEPTANCES, MAX_CRITERION_NAME, MAX_REASON } from '../../src/readme/read-acceptances.ts';
import { readOutline } from '../../src/readme/read-outline.ts';

const ACCEPT = '<!-- showwork: accept failures because the logs are private -->';

/** Such as `3 failures: the logs are private`. */
function acceptancesIn(text: string): string[] {
  return readOutline(text).acceptances.map(
    ({ line, criterion, reason }) => `${line} ${criterion}: ${reason}`,
  );
}

describe('an acceptance is read', () => {
  test.each([
    ['on a line of its own', `# Tides\n\n${ACCEPT}\n`, 3],
    ['in the middle of a paragraph', `Some\ntext ${ACCEPT} goes on`, 2],
    ['in a heading', `# Tides ${ACCEPT}`, 1],
    ['in a list item', `- tides\n- waves ${ACCEPT}\n`, 2],
    ['in a list item of its own', `- tides\n- ${ACCEPT}\n- waves\n`, 2],
    ['below a list item', `1. tides\n\n   ${ACCEPT}\n`, 3],
    ['in a nested list', `- tides\n  - ${ACCEPT}\n`, 2],
    ['in a table', `| a | b |\n|---|---|\n| 1 | x ${ACCEPT} |\n`, 3],
    ['in the head of a table', `| a | ${ACCEPT} |\n|---|---|\n| 1 | 2 |\n`, 1],
    ['in a quote', `> tides\n>\n> ${ACCEPT}\n`, 3],
    ['in the text of a quote', `> tides\n> and ${ACCEPT} waves\n`, 2],
    ['in a list in a quote', `> - tides\n> - ${ACCEPT}\n`, 2],
    ['in HTML', `<details>\n<summary>More</summary>\n${ACCEPT}\n</details>\n`, 3],
    ['in a cell of an HTML table', `<table><tr><td>x\n${ACCEPT}</td></tr></table>`, 2],
    ['after front matter', `---\ntitle: Tides\n---\n${ACCEPT}\n`, 4],
    ['with CRLF', `# Tides\r\n\r\n${ACCEPT}\r\n`, 3],
  ])('%s', (_where, text, line) => {
    expect(acceptancesIn(text)).toEqual([`${line} failures: the logs are private`]);
  });

  test.each([
    ['in any case', '<!-- ShowWork: ACCEPT Failures BECAUSE private -->', '1 Failures: private'],
    ['without spaces', '<!--showwork:accept failures because private-->', '1 failures: private'],
    ['with several words', '<!-- showwork: accept what did not work because x -->', '1 what did not work: x'],
    [
      'over several lines',
      '<!--\nshowwork: accept failures\n  because it is\n\n private\n-->',
      '1 failures: it is private',
    ],
    ['with a reason of reasons', '<!-- showwork: accept a because b because c -->', '1 a: b because c'],
  ])('%s', (_how, text, said) => {
    expect(acceptancesIn(text)).toEqual([said]);
  });
});

describe('an acceptance is not read', () => {
  test.each([
    ['in a fenced block', `\`\`\`html\n${ACCEPT}\n\`\`\`\n`],
    ['in a fenced block of a list', `- see\n  ~~~\n  ${ACCEPT}\n  ~~~\n`],
    ['in an indented block', `Write:\n\n    ${ACCEPT}\n`],
    ['in inline code', `Write \`${ACCEPT}\` to accept.`],
    ['in inline code of a table', `| a |\n|---|\n| \`${ACCEPT}\` |\n`],
    ['in text', 'showwork: accept failures because the logs are private'],
    ['in the title of a link', `[a](b "${ACCEPT}")`],
    ['escaped', `\\${ACCEPT}`],
    ['without a reason', '<!-- showwork: accept failures -->'],
    ['with an empty reason', '<!-- showwork: accept failures because -->'],
    ['without a criterion', '<!-- showwork: accept because private -->'],
    ['said to somebody else', '<!-- lint: accept failures because private -->'],
    ['in the middle of a comment', '<!-- Note: showwork: accept failures because private -->'],
  ])('%s', (_where, text) => {
    expect(acceptancesIn(text)).toEqual([]);
  });
});

describe('limits', () => {
  const one = (name: string, reason: string) => `<!-- showwork: accept ${name} because ${reason} -->\n`;

  test('a reason is cut at its edge, by whole characters', () => {
    const [whole] = readOutline(one('failures', '😀'.repeat(MAX_REASON))).acceptances;
    expect(whole?.reason).toBe('😀'.repeat(MAX_REASON));
    const [cut] = readOutline(one('failures', '😀'.repeat(MAX_REASON + 1))).acceptances;
    expect(cut?.reason).toBe('😀'.repeat(MAX_REASON));
  });

  test('a name is cut at its edge', () => {
    const [whole] = readOutline(one('x'.repeat(MAX_CRITERION_NAME), 'private')).acceptances;
    expect(whole?.criterion).toHaveLength(MAX_CRITERION_NAME);
    const [cut] = readOutline(one('x'.repeat(MAX_CRITERION_NAME + 1), 'private')).acceptances;
    expect(cut?.criterion).toHaveLength(MAX_CRITERION_NAME);
  });

  test('so many are read and no more', () => {
    const many = (count: number) => readOutline(one('failures', 'private').repeat(count)).acceptances.length;
    expect(many(MAX_ACCEPTANCES)).toBe(MAX_ACCEPTANCES);
    expect(many(MAX_ACCEPTANCES + 1)).toBe(MAX_ACCEPTANCES);
  });
});

test('an acceptance changes nothing else of what is read', () => {
  const without = ({ comments: _comments, acceptances: _acceptances, ...rest }: Outline) => rest;
  const text = (comment: string) => `# Tides\n\n- gauges ${comment}\n\n| a |\n|---|\n| 1 |\n`;
  expect(without(readOutline(text(ACCEPT)))).toEqual(without(readOutline(text('<!-- a note -->'))));
});
