import type { Repository } from '../../jobs.ts';
import type { KnownSettings, SettingsBlob, TreeEntry } from '../../ports.ts';
import type { DefaultBranch } from '../reading/default-branch.ts';
import type { Tools } from '../tools.ts';
import {
  isOwnersOwn,
  OWNER_PATHS,
  OWNER_REPOSITORY,
  readSettingsBlob,
  settingsFileOf,
} from './settings-files.ts';

/**
 * For how long settings are taken to be as they were last seen. A push that edits them is seen at once; this is for the
 * push that never came.
 */
export const SETTINGS_FRESH_MS = 3_600_000;

/** Why settings are wanted, and where the repository's are read. */
export interface Occasion {
  /**
   * `asked`: somebody wants to know how it is now. `seen`: the default branch is at hand. `in-passing`: what is remembered
   * does while it is fresh.
   */
  readonly why: 'asked' | 'seen' | 'in-passing';
  readonly defaultBranch: DefaultBranch;
}

/** What is known of a file, and whether the store says so already. */
export interface Looked {
  readonly known: KnownSettings;
  readonly remembered: boolean;
}

/** The settings file of the default branch. One tree request where it has to be looked at and is not at hand. */
export async function repositorySettings(
  tools: Tools,
  repository: Repository,
  { why, defaultBranch }: Occasion,
): Promise<Looked> {
  // What stands in the owner's own repository is meant for all of them, and read as the owner's.
  if (isOwnersOwn(repository)) return { known: nothing(tools), remembered: true };
  const known = await tools.settings.find(repository.repositoryId);
  if (why === 'in-passing' && known !== null && isFresh(tools, known)) return { known, remembered: true };
  const commit = await defaultBranch();
  if (commit === null) return { known: known ?? nothing(tools), remembered: true };
  const file = settingsFileOf(commit, repository);
  const current = file && (await blobOf(tools, repository, file, known));
  return { known: looked(tools, known, { current, outOfReach: false }), remembered: false };
}

/** The settings file of the owner. One request for each path that has to be looked at, none while what is known is fresh. */
export async function ownerSettings(
  tools: Tools,
  repository: Repository,
  { why }: Occasion,
): Promise<Looked> {
  const { settings, ownerLooks } = tools;
  const { installationId } = repository;
  const mayHaveChanged = why === 'asked' || (why === 'seen' && isOwnersOwn(repository));
  const look = async (): Promise<KnownSettings> => {
    const known = await settings.findOwner(installationId);
    if (!mayHaveChanged && known !== null && isFresh(tools, known)) return known;
    const found = looked(tools, known, await findOwnerFile(tools, repository));
    await settings.saveOwner(installationId, found);
    return found;
  };
  return { known: await (mayHaveChanged ? look() : ownerLooks(installationId, look)), remembered: true };
}

async function findOwnerFile(
  { github }: Tools,
  repository: Repository,
): Promise<Pick<KnownSettings, 'current' | 'outOfReach'>> {
  const file = await github.readOwnerFile(repository, OWNER_PATHS);
  if (file.kind !== 'found') return { current: null, outOfReach: file.kind === 'out-of-reach' };
  const fileName = `${repository.owner}/${OWNER_REPOSITORY}/${file.path}`;
  const current = { fileName, sha: file.sha, text: Buffer.from(file.bytes).toString('utf8') };
  return { current, outOfReach: false };
}

async function blobOf(
  tools: Tools,
  repository: Repository,
  entry: TreeEntry,
  known: KnownSettings | null,
): Promise<SettingsBlob> {
  if (known?.current?.sha === entry.sha && known.current.fileName === entry.path) return known.current;
  return readSettingsBlob(tools, repository, entry);
}

function looked(
  { clock }: Tools,
  before: KnownSettings | null,
  found: Pick<KnownSettings, 'current' | 'outOfReach'>,
): KnownSettings {
  return { ...found, lastGood: before?.lastGood ?? null, lookedAt: clock.now() };
}

function nothing({ clock }: Tools): KnownSettings {
  return { current: null, lastGood: null, outOfReach: false, lookedAt: clock.now() };
}

function isFresh({ clock }: Tools, { lookedAt }: KnownSettings): boolean {
  return +clock.now() - +lookedAt <= SETTINGS_FRESH_MS;
}
