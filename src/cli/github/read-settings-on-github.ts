import { ShowworkError } from '../../errors.ts';
import type { Address, PersonalGitHub, SeenRepository } from '../../github/personal-github.ts';
import type { SettingsText } from '../../settings/settings.ts';
import { type Commit, readCommit } from '../../workflow/reading/read-commit.ts';
import {
  isOwnersOwn,
  OWNER_REPOSITORY,
  readSettingsBlob,
  settingsFileOf,
} from '../../workflow/settings/settings-files.ts';

export interface SettingsTexts {
  readonly organisation: SettingsText | null;
  readonly repository: SettingsText | null;
}

/**
 * The settings file of a repository's default branch, and of its owner. One tree request for the owner's and one for
 * each file that is there.
 */
export async function readSettingsOnGitHub(
  github: PersonalGitHub,
  repository: SeenRepository,
  defaultBranch: Commit,
): Promise<SettingsTexts> {
  const own = await settingsOf(github, repository, defaultBranch);
  if (isOwnersOwn(repository)) return { organisation: own, repository: null };
  const owners = { owner: repository.owner, name: OWNER_REPOSITORY };
  const commit = await readUnlessGone(github, owners);
  return { organisation: commit && (await settingsOf(github, owners, commit)), repository: own };
}

async function settingsOf(
  github: PersonalGitHub,
  address: Address,
  commit: Commit,
): Promise<SettingsText | null> {
  const entry = settingsFileOf(commit, address);
  if (entry === null) return null;
  const { text } = await readSettingsBlob({ blobs: { read: github.readBlob } }, address, entry);
  return { fileName: `${address.owner}/${address.name}/${entry.path}`, text };
}

/** Most owners have no such repository. */
async function readUnlessGone(github: PersonalGitHub, address: Address): Promise<Commit | null> {
  try {
    return await readCommit(github, { read: github.readBlob }, address, 'HEAD');
  } catch (thrown) {
    if (thrown instanceof ShowworkError && ['GITHUB_GONE', 'GITHUB_FORBIDDEN'].includes(thrown.code))
      return null;
    throw thrown;
  }
}
