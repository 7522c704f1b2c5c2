import type { ExampleBlock } from '../../src/review/signals/define-signal.ts';
import { SIGNALS } from '../../src/review/signals/index.ts';

export function signalsDocument(): string {
  const entries = SIGNALS.flatMap(({ id, question, examples }) => [
    `## ${id}`,
    '',
    question,
    '',
    '| It sees | It does not see |',
    '|---|---|',
    ...rows(examples.yes, examples.no),
    '',
  ]);
  return [
    '# Signals',
    '',
    'Made from `src/review/signals/` by `npm run docs`. A signal asks one question about one block of a README: a paragraph, a list item, a',
    'table row. The rubric says how much each counts for which criterion. The examples are the tests.',
    '',
    ...entries,
  ].join('\n');
}

function rows(yes: readonly ExampleBlock[], no: readonly ExampleBlock[]): string[] {
  const length = Math.max(yes.length, no.length);
  return Array.from({ length }, (_, index) => `| ${cell(yes[index])} | ${cell(no[index])} |`);
}

function cell(example: ExampleBlock | undefined): string {
  if (example === undefined) return '';
  const text = typeof example === 'string' ? example : example.text;
  const folded = text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').replaceAll('<', '&lt;');
  const kind = typeof example === 'string' || example.kind === undefined ? '' : ` *(${example.kind})*`;
  return folded + kind;
}
