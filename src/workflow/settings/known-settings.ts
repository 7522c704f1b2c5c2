import type { Repository } from '../../jobs.ts';
import { type KnownSettings, MAX_README_BYTES, type SettingsBlob, type TreeEntry } from '../../ports.ts';
import { type Commit, readCommit, SETTINGS_PATHS } from '../reading/read-commit.ts';
import type { Tools } from '../tools.ts';

/**
 * For how long settings are taken to be as they were last seen. A push that edits them is seen at once; this is for the
 * push that never came.
 */
export const SETTINGS_FRESH_MS = 3_600_000;

/** The owner's repository whose settings hold for all of the owner's repositories. */
const OWNER_REPOSITORY = '.github';
const OWNER_PATHS = [...SETTINGS_PATHS, 'showwork.yml', 'showwork.yaml'];

/** Why settings are wanted. */
export interface Occasion {
  /** Somebody wants to know how it is now, so that what is remembered does not do. */
  readonly asked: boolean;
  /** A commit of the default branch that is at hand; null where there is none. */
  readonly commit: Commit | null;
}

/** What is known of a file, and whether the store says so already. */
export interface Looked {
  readonly known: KnownSettings;
  readonly remembered: boolean;
}

/** The settings file of the default branch. One tree request where nothing fresh enough is known, none otherwise. */
export async function repositorySettings(
  tools: Tools,
  repository: Repository,
  { asked, commit }: Occasion,
): Promise<Looked> {
  const { settings, github, blobs } = tools;
  const known = await settings.find(repository.repositoryId);
  if (commit === null && !asked && known !== null && isFresh(tools, known))
    return { known, remembered: true };
  const { settingsFile } = commit ?? (await readCommit(github, blobs, repository, repository.defaultBranch));
  // What stands in the owner's own repository is meant for all of them, and read as the owner's.
  const entry = isOwnersOwn(repository) ? null : settingsFile;
  const current = await blobOf(tools, repository, entry, known);
  return { known: looked(tools, known, { current, outOfReach: false }), remembered: false };
}

/** The settings file of the owner. One request or two where nothing fresh enough is known, none otherwise. */
export async function ownerSettings(
  tools: Tools,
  repository: Repository,
  { asked, commit }: Occasion,
): Promise<Looked> {
  const { settings, ownerLooks } = tools;
  const { installationId } = repository;
  const mayHaveChanged = asked || (commit !== null && isOwnersOwn(repository));
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

/** True for the repository whose settings hold for all of its owner's. */
export function isOwnersOwn({ name }: Repository): boolean {
  return name.toLowerCase() === OWNER_REPOSITORY;
}

/** A settings file of a commit, with its text. */
export async function readSettingsBlob(
  { blobs }: Tools,
  repository: Repository,
  { path, sha, size = 0 }: TreeEntry,
): Promise<SettingsBlob> {
  // What is too large to be fetched is too large to be read: the reader says so of any text of that size.
  if (size > MAX_README_BYTES) return { fileName: path, sha, text: ' '.repeat(MAX_README_BYTES) };
  return { fileName: path, sha, text: Buffer.from(await blobs.read(repository, sha)).toString('utf8') };
}

async function blobOf(
  tools: Tools,
  repository: Repository,
  entry: TreeEntry | null,
  known: KnownSettings | null,
): Promise<SettingsBlob | null> {
  if (entry === null) return null;
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

function isFresh({ clock }: Tools, { lookedAt }: KnownSettings): boolean {
  return +clock.now() - +lookedAt <= SETTINGS_FRESH_MS;
}
