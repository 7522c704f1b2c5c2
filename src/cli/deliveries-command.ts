import { Command } from 'commander';
import type { DeadLetters, Retried } from '../ports.ts';
import { visible } from '../render/plain-text.ts';
import { besideServer, fail } from './beside-server.ts';
import { describeLetter, letterLine } from './describe-letter.ts';
import type { Exit } from './exit-codes.ts';

type Finish = (exits: readonly Exit[]) => void;
type Work = (deadLetters: DeadLetters) => Promise<readonly Exit[]>;

/** `showwork deliveries list|show|retry`: what was given up. `finish` gets what happened, once. */
export function deliveriesCommand(finish: Finish): Command {
  const list = new Command('list')
    .summary('list what was given up, newest first')
    .option('--all', 'also what was tried again', false)
    .option('--json', 'as JSON, one a line', false)
    .action(async ({ all, json }: { all: boolean; json: boolean }) =>
      finish(await withLetters(deadLetters => listLetters(deadLetters, all ? 'all' : 'open', json))),
    );
  const show = new Command('show')
    .summary('show one, with why and what to do')
    .argument('<reference>', 'the reference id, as the learner was told it')
    .action(async (reference: string) =>
      finish(await withLetters(letters => showLetter(letters, reference))),
    );
  const retry = new Command('retry')
    .summary('let them run again')
    .description(
      'Lets what was given up run again as if it were new. The server notices by itself where it runs.',
    )
    .argument('[reference...]', 'reference ids')
    .option('--all', 'all that were not tried again', false)
    .action(async (references: readonly string[], { all }: { all: boolean }) =>
      finish(await withLetters(letters => retryLetters(letters, references, all))),
    );
  return new Command('deliveries')
    .summary('look after what was given up')
    .description(
      'Works on the database of the server (DATA_PATH or DATABASE_URL), while it runs or while it does not.',
    )
    .addCommand(list)
    .addCommand(show)
    .addCommand(retry);
}

function withLetters(work: Work): Promise<readonly Exit[]> {
  return besideServer(async place => {
    const { openDeadLetters } = await import('../store/open-dead-letters.ts');
    const { deadLetters: port, close } = await openDeadLetters({
      ...place,
      clock: { now: () => new Date() },
    });
    return { port, close };
  }, work);
}

async function listLetters(
  deadLetters: DeadLetters,
  which: 'open' | 'all',
  json: boolean,
): Promise<readonly Exit[]> {
  const letters = await deadLetters.list(which);
  for (const letter of letters)
    process.stdout.write(`${json ? JSON.stringify(letter) : letterLine(letter)}\n`);
  if (letters.length === 0 && !json) process.stdout.write('Nothing was given up.\n');
  return ['ok'];
}

async function showLetter(deadLetters: DeadLetters, reference: string): Promise<readonly Exit[]> {
  const letter = await deadLetters.find(reference);
  if (letter === null) return fail('problem', `${visible(reference)}: ${RETRIED.unknown}`);
  process.stdout.write(`${describeLetter(letter).join('\n')}\n`);
  return ['ok'];
}

const RETRIED: Readonly<Record<Retried, string>> = {
  waiting: 'waits to run again',
  unknown: 'nothing was given up under this reference id',
  gone: 'it was done meanwhile, or is no longer stored',
  unreadable: 'this version cannot read it; a newer one wrote it',
};

async function retryLetters(
  deadLetters: DeadLetters,
  named: readonly string[],
  all: boolean,
): Promise<readonly Exit[]> {
  if (all === named.length > 0) return fail('usage', 'Name reference ids, or say --all');
  const references = all ? (await deadLetters.list('open')).map(({ referenceId }) => referenceId) : named;
  const exits: Exit[] = ['ok'];
  for (const reference of references) {
    const retried = await deadLetters.retry(reference);
    process.stdout.write(`${visible(reference)}: ${RETRIED[retried]}\n`);
    if (retried !== 'waiting') exits.push('problem');
  }
  if (references.length === 0) process.stdout.write('Nothing was given up.\n');
  return exits;
}
