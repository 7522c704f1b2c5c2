/** Which installations and repositories are an owner's. Rows know ids; a login stands at repositories only. */
import { sql } from 'kysely';
import { Instruction } from '../jobs.ts';
import { readJson } from './stored-json.ts';
import type { Database } from './tables.ts';

/** What of one installation is the owner's. */
export interface Scope {
  readonly installationId: number;
  /**
   * False where the installation holds repositories under other logins, too: a transfer or a rename of the account that
   * is not told of to its end. Then only the repositories are the owner's.
   */
  readonly whole: boolean;
  readonly repositories: readonly { readonly id: number; readonly fullName: string }[];
}

interface Known {
  readonly installation_id: number;
  readonly repository_id: number;
  readonly owner: string;
  readonly name: string;
}

/** In order of their ids; none where nothing is known of such an owner. */
export async function scopesOf(db: Database, owner: string): Promise<readonly Scope[]> {
  const isTheirs = (known: Known) => known.owner.toLowerCase() === owner.toLowerCase();
  const introduced = await readIntroduced(db);
  const stored = await db
    .selectFrom('repositories')
    .where('installation_id', 'in', eb =>
      eb
        .selectFrom('repositories')
        .where(sql<string>`lower(owner)`, '=', owner.toLowerCase())
        .select('installation_id'),
    )
    .select(['installation_id', 'repository_id', 'owner', 'name'])
    .execute();
  const storedIds = new Set(stored.map(known => known.repository_id));
  const known = [...stored, ...introduced.filter(one => !storedIds.has(one.repository_id))];
  const byInstallation = Map.groupBy(known, one => one.installation_id);
  return [...byInstallation]
    .filter(([, ofOne]) => ofOne.some(isTheirs))
    .sort(([one], [other]) => one - other)
    .map(([installationId, ofOne]) => ({
      installationId,
      whole: ofOne.every(isTheirs),
      repositories: ofOne
        .filter(isTheirs)
        .sort((one, other) => one.repository_id - other.repository_id)
        .map(one => ({ id: one.repository_id, fullName: `${one.owner}/${one.name}` })),
    }));
}

/** Repositories that the app was installed on and has not looked at yet: only the request to do so knows their names. */
async function readIntroduced(db: Database): Promise<readonly Known[]> {
  const rows = await db
    .selectFrom('instructions')
    .leftJoin('repositories', 'repositories.repository_id', 'instructions.repository_id')
    .where('kind', '=', 'introduce')
    .where('repositories.repository_id', 'is', null)
    .select('payload')
    .execute();
  const known = new Map<number, Known>();
  for (const { payload } of rows) {
    const instruction = readJson(Instruction, payload);
    if (instruction?.kind !== 'introduce') continue;
    const { installationId, repositoryId, owner, name } = instruction;
    known.set(repositoryId, { installation_id: installationId, repository_id: repositoryId, owner, name });
  }
  return [...known.values()];
}
