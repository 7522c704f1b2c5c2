import { setTimeout as wait } from 'node:timers/promises';
import { Command } from 'commander';
import type { Forgotten, OwnerData, OwnerExtent } from '../ports.ts';
import { visible } from '../render/plain-text.ts';
import { fail } from './beside-server.ts';
import type { Exit } from './exit-codes.ts';
import { withOwnerData } from './with-owner-data.ts';

/** A review takes seconds; what runs longer hangs, or belongs to a server that was killed. */
const WAIT_FOR_JOBS_MS = 30_000;
const LOOK_EVERY_MS = 200;

/** `showwork forget OWNER`. `finish` gets what happened, once. */
export function forgetCommand(finish: (exits: readonly Exit[]) => void): Command {
  return new Command('forget')
    .summary('delete everything that is stored about an account')
    .description(
      'Deletes what `showwork export` prints from the database of the server (DATA_PATH or DATABASE_URL), while it runs or while it does ' +
        'not. Nothing at GitHub changes. Where the app is still installed, the next push begins anew: uninstall it first, ' +
        'which deletes everything as well and by itself.',
    )
    .argument('<owner>', 'the login of a person or an organisation')
    .option('--yes', 'do it; without it, say what would be deleted', false)
    .action(async (owner: string, { yes }: { yes: boolean }) =>
      finish(await withOwnerData(ownerData => (yes ? forget(ownerData, owner) : announce(ownerData, owner)))),
    );
}

async function announce(ownerData: OwnerData, owner: string): Promise<readonly Exit[]> {
  const extent = await ownerData.find(owner);
  if (extent === null) return nothing(owner);
  process.stdout.write(`Would delete ${describe(extent)}:\n`);
  for (const repository of extent.repositories) process.stdout.write(`  ${visible(repository)}\n`);
  return fail('problem', 'Nothing was deleted. Say --yes to delete it');
}

async function forget(ownerData: OwnerData, owner: string): Promise<readonly Exit[]> {
  const { forgotten, interrupted } = await forgetInTime(ownerData, owner);
  if (forgotten.kind !== 'forgotten') return nothing(owner);
  process.stdout.write(
    `Deleted ${describe(forgotten.extent)}. Where the app is still installed, the next event begins anew.\n`,
  );
  if (!interrupted) return ['ok'];
  return fail(
    'problem',
    'A job for them did not end meanwhile and may write again what it knows: say it once more when it has ended',
  );
}

/** Waits for a moment in which nothing runs for the owner, but not for ever. */
async function forgetInTime(
  ownerData: OwnerData,
  owner: string,
): Promise<{ forgotten: Forgotten; interrupted: boolean }> {
  for (let waited = 0; waited < WAIT_FOR_JOBS_MS; waited += LOOK_EVERY_MS) {
    const forgotten = await ownerData.forget(owner, 'when-idle');
    if (forgotten.kind !== 'working') return { forgotten, interrupted: false };
    await wait(LOOK_EVERY_MS);
  }
  return { forgotten: await ownerData.forget(owner, 'now'), interrupted: true };
}

function describe({ repositories, installations }: OwnerExtent): string {
  const ofRepositories = `what is stored for ${repositories.length} ${repositories.length === 1 ? 'repository' : 'repositories'}`;
  return installations.length === 0 ? ofRepositories : `${ofRepositories} and the installation`;
}

function nothing(owner: string): readonly Exit[] {
  return fail('problem', `Nothing is stored about ${visible(owner)}`);
}
