import { Command } from 'commander';
import type { OwnerData } from '../ports.ts';
import { visible } from '../render/plain-text.ts';
import { fail } from './beside-server.ts';
import type { Exit } from './exit-codes.ts';
import { withOwnerData } from './with-owner-data.ts';

/** `showwork export OWNER`. `finish` gets what happened, once. */
export function exportCommand(finish: (exits: readonly Exit[]) => void): Command {
  return new Command('export')
    .summary('print everything that is stored about an account')
    .description(
      'Prints what the database of the server (DATA_PATH or DATABASE_URL) holds about the repositories of an account, and about its ' +
        'installation, one JSON object a line: {"table": …, "row": …}. Times are milliseconds since 1970, and seconds where ' +
        'the name ends in observed_at. It quotes private READMEs: keep it where only you can read it.',
    )
    .argument('<owner>', 'the login of a person or an organisation')
    .action(async (owner: string) => finish(await withOwnerData(ownerData => print(ownerData, owner))));
}

async function print(ownerData: OwnerData, owner: string): Promise<readonly Exit[]> {
  let rows = 0;
  for await (const row of ownerData.export(owner)) {
    rows += 1;
    if (!process.stdout.write(`${JSON.stringify(row)}\n`)) await drained();
  }
  return rows > 0 ? ['ok'] : fail('problem', `Nothing is stored about ${visible(owner)}`);
}

function drained(): Promise<void> {
  return new Promise(resolve => process.stdout.once('drain', resolve));
}
