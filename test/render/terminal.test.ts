import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Paint } from '../../src/render/terminal.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { wrap } from '../../src/render/wrap.ts';
import { documentedReport, exampleReport, missing, notAssessed, thin } from '../helpers/example-reports.ts';
import { UNSEEN } from '../helpers/harmful-patterns.ts';
import { hostileText } from '../helpers/hostile-text.ts';

const same = (text: string) => text;
const NO_COLOR: Paint = { bold: same, dim: same, green: same, yellow: same, cyan: same };
const PLAIN = { paint: NO_COLOR, width: 80 };

test('says verdicts, lines, what to add and the next step', () => {
  expect(renderTerminal(exampleReport({ criteria: [thin(), missing()] }), PLAIN).split('\n')).toEqual([
    'README.md · 0 of 2 documented',
    '',
    '  ◐ Decisions            thin         line 20',
    '      “FastAPI because it is fast”',
    '      A reason from your own project would tell more.',
    '  ○ What did not work    missing      fits after line 60',
    '      Nothing here says what you tried and dropped.',
    '      You list `bm25` and `chroma`: which did you try first?',
    '      Looked for: something tried and dropped; a limit with its cause.',
    '',
    '  Read as an LLM application: `chromadb` in requirements.txt.',
    '',
    '  Next step',
    '  1. Say what did not work: one attempt you dropped, and why. (line 60)',
    '',
    '  rubric llm-application 1.0.0 · engine 0.1.0 · README aaaaaaaaaa',
    '',
  ]);
});

test('what does not count is a sentence each, after the kind of project', () => {
  const text = renderTerminal(exampleReport(), PLAIN);
  expect(text).toContain(
    [
      '  Read as an LLM application: `chromadb` in requirements.txt.',
      '',
      '  Read as well, and not counted:',
      '  ◐ What was learned thin, line 20: A reason from your own project would tell',
      '    more.',
      '',
      '  Next step',
    ].join('\n'),
  );
});

test('marks with colour only where it is given', () => {
  const paint = { ...NO_COLOR, green: (text: string) => `<green>${text}</green>` };
  const text = renderTerminal(documentedReport(), { paint, width: 80 });
  expect(text).toContain('<green>5 of 5 documented</green>');
  expect(renderTerminal(documentedReport(), PLAIN)).not.toContain('green');
});

test('shows the author’s word beside the verdict', () => {
  const accepted = missing({}, { accepted: { reason: 'private data', source: 'comment' } });
  const text = renderTerminal(exampleReport({ criteria: [accepted] }), PLAIN);
  expect(text).toContain('◉ What did not work    accepted (read as missing)');
  expect(text).toContain('Accepted by the author in a comment, because “private data”');
});

test('another kind of project is told so and nothing else', () => {
  const text = renderTerminal(
    exampleReport({ projectType: { id: 'other', declared: false, evidence: [] } }),
    PLAIN,
  );
  expect(text).toContain('not read as an AI project');
  expect(text).not.toContain('What did not work');
});

test('says once why nothing was assessed', () => {
  const why = 'Only Markdown can be read so far.';
  const text = renderTerminal(exampleReport({ criteria: [notAssessed(why), notAssessed(why)] }), PLAIN);
  expect(text.split(why)).toHaveLength(2);
});

test('no README reaches the terminal as a control character', () => {
  fc.assert(
    fc.property(hostileText, text => {
      const criteria = [
        missing({ text, question: text, lookedFor: [text] }),
        thin({ text }, { title: text, evidence: [{ startLine: 1, endLine: 1, quote: text, signals: [] }] }),
        missing({}, { accepted: { reason: text, source: 'readme' } }),
      ];
      const projectType = { id: 'ml-pipeline', declared: false, evidence: [{ text, path: text }] };
      const nextSteps = [{ criterion: 'failures', text, gain: 1 }];
      const report = exampleReport({ criteria, projectType, nextSteps });
      const shown = renderTerminal(report, { ...PLAIN, name: text });
      expect(shown.replaceAll('\n', '')).not.toMatch(UNSEEN);
    }),
    { numRuns: 200 },
  );
});

describe('wrap', () => {
  test('breaks at spaces, indents, and leaves long words whole', () => {
    expect(wrap('one two three aVeryLongWordIndeed end', 10, '  ', '    ')).toEqual([
      '  one two',
      '    three',
      '    aVeryLongWordIndeed',
      '    end',
    ]);
  });

  test('exactly the width stays on the line', () => {
    expect(wrap('abcd efg', 10, '  ')).toEqual(['  abcd efg']);
    expect(wrap('abcd efgh', 10, '  ')).toEqual(['  abcd', '  efgh']);
  });
});
