import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  errorCommand,
  MAX_REMARKS_OF_A_LEVEL,
  renderWorkflowCommands,
} from '../../src/render/workflow-commands.ts';
import { exampleReport, hostileReport, missing, thin } from '../helpers/example-reports.ts';
import { UNSEEN } from '../helpers/harmful-patterns.ts';
import { hostileText } from '../helpers/hostile-text.ts';

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** A line as GitHub's runner reads it (actions/runner, ActionCommand.cs); null where it is no command. */
function readCommand(line: string): Command | null {
  const [, name = '', written = '', message = ''] = /^\s*::(\S+?)(?: (.*?))?::(.*)$/s.exec(line) ?? [];
  if (name === '') return line.includes('##[') ? { name: '##[', properties: {}, message: line } : null;
  const pairs = written.split(',').map(pair => [pair.split('=', 1)[0], pair.slice(pair.indexOf('=') + 1)]);
  const properties = Object.fromEntries(pairs.map(([key, value = '']) => [key, decode(value)]));
  return { name, properties, message: decode(message) };
}

function decode(text: string): string {
  return text
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%25', '%');
}

function commandsOf(
  ...reports: readonly [Parameters<typeof exampleReport>[0], string][]
): readonly Command[] {
  const named = reports.map(([overrides, name]) => ({ report: exampleReport(overrides), name }));
  return linesOf(renderWorkflowCommands(named)).flatMap(line => readCommand(line) ?? []);
}

function linesOf(text: string): readonly string[] {
  expect(text).toMatch(/\n$/);
  return text.slice(0, -1).split('\n');
}

describe('workflow commands', () => {
  it('put a warning where something is missing and a notice where it is thin', () => {
    const criteria = [thin(), missing({ lookedFor: ['a limit, with its cause: 100%'] })];
    expect(commandsOf([{ criteria }, 'projects/a'])).toEqual([
      {
        name: 'warning',
        properties: {
          file: 'projects/a/README.md',
          line: '60',
          endLine: '60',
          title: 'What did not work: missing',
        },
        message: [
          'Nothing here says what you tried and dropped.',
          'You list `bm25` and `chroma`: which did you try first?',
          'Looked for: a limit, with its cause: 100%.',
        ].join('\n'),
      },
      {
        name: 'notice',
        properties: expect.objectContaining({ line: '20', title: 'Decisions: thin' }),
        message: 'A reason from your own project would tell more.',
      },
    ]);
  });

  it('come after a line on how it stands', () => {
    const text = renderWorkflowCommands([{ report: exampleReport(), name: '.' }]);
    expect(linesOf(text)[0]).toBe('Showwork: 4 of 5 documented · next: say what did not work');
  });

  it('are as many of a level as GitHub shows, and the rest is counted', () => {
    const named = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ report: exampleReport(), name: `projects/${index}` }));
    const allShown = linesOf(renderWorkflowCommands(named(MAX_REMARKS_OF_A_LEVEL)));
    expect(allShown.filter(line => readCommand(line) !== null)).toHaveLength(MAX_REMARKS_OF_A_LEVEL);
    expect(allShown).toHaveLength(1 + MAX_REMARKS_OF_A_LEVEL);
    const cut = linesOf(renderWorkflowCommands(named(MAX_REMARKS_OF_A_LEVEL + 1)));
    expect(cut.filter(line => readCommand(line) !== null)).toHaveLength(MAX_REMARKS_OF_A_LEVEL);
    expect(cut.at(-1)).toMatch(/^Showwork: 1 further remark /);
  });

  it('are ours alone, and lose nothing, whatever strangers write', () => {
    const worse = fc.tuple(
      hostileText,
      fc.constantFrom('', '::error::', '\n::set-output name=x::y', '##[error]', '%0A'),
    );
    const text = worse.map(parts => parts.join(''));
    fc.assert(
      fc.property(text, text, (words, path) => {
        const report = hostileReport(words, path);
        const lines = linesOf(renderWorkflowCommands([{ report, name: path }]));
        const [title = '', ...remarks] = lines;
        expect(readCommand(title)).toBeNull();
        expect(lines.join('')).not.toMatch(UNSEEN);
        expect(remarks.map(line => readCommand(line)?.name)).toEqual(['warning']);
        expect(Object.keys(readCommand(remarks[0] ?? '')?.properties ?? {})).toEqual([
          'file',
          'line',
          'endLine',
          'title',
        ]);
      }),
    );
  });

  it('tell what could not be reviewed on one line', () => {
    const command = errorCommand('showwork: a,b: 100%\n::error::x');
    expect(linesOf(command)).toHaveLength(1);
    expect(readCommand(command.trimEnd())).toMatchObject({
      name: 'error',
      message: 'showwork: a,b: 100%\n::error::x',
    });
  });
});
