import type { Repository } from '../../jobs.ts';
import type { TreeEntry } from '../../ports.ts';
import { type DefaultBranch, defaultBranchOf } from '../reading/default-branch.ts';
import { type Commit, readCommit } from '../reading/read-commit.ts';
import { type InForce, type Proposed, proposedSettings, settingsInForce } from '../settings/in-force.ts';
import { settingsFileOf } from '../settings/settings-files.ts';
import type { Tools } from '../tools.ts';
import { type ReviewedCommit, reviewCommit } from './review-commit.ts';
import type { Terms } from './review-readme.ts';

/** One commit, reviewed by what is in force for its repository. */
export interface Look extends ReviewedCommit {
  readonly headSha: string;
  readonly commit: Commit;
  readonly defaultBranch: DefaultBranch;
  /** The commit's own; null where it has none. */
  readonly settingsFile: TreeEntry | null;
  readonly inForce: InForce;
  /** Null where the commit has the settings that are in force. */
  readonly proposed: Proposed | null;
  readonly terms: Terms;
}

interface LookOptions {
  /** True for a head of the default branch: its settings are those in force from now on. */
  readonly onDefaultBranch: boolean;
  /** Somebody asked: what is in force is looked up and not remembered. */
  readonly asked: boolean;
  /** Says by what is in force whether the commit is looked at; every commit is where it is absent. */
  readonly unless?: (inForce: InForce) => boolean;
}

/** Null where the settings say that the commit is not reviewed. */
export async function lookAt(
  tools: Tools,
  repository: Repository,
  headSha: string,
  { onDefaultBranch, asked, unless }: LookOptions,
): Promise<Look | null> {
  const read = () => readCommit(tools.github, tools.blobs, repository, headSha);
  const seen = onDefaultBranch ? await read() : null;
  const defaultBranch = seen === null ? defaultBranchOf(tools, repository) : async () => seen;
  const unasked = onDefaultBranch ? 'seen' : 'in-passing';
  const why = asked ? 'asked' : unasked;
  const inForce = await settingsInForce(tools, repository, { why, defaultBranch });
  if (!inForce.settings.enabled || unless?.(inForce) === true) return null;
  const commit = seen ?? (await read());
  const settingsFile = settingsFileOf(commit, repository);
  const words = await tools.words.listFor(repository.repositoryId, headSha);
  const terms = { settings: inForce.settings, words };
  return {
    headSha,
    commit,
    defaultBranch,
    settingsFile,
    inForce,
    proposed: await proposedSettings(tools, repository, settingsFile, inForce),
    terms,
    ...(await reviewCommit(tools, repository, commit, terms)),
  };
}

/** The same commit again, by what was said about it meanwhile. */
export async function lookByNewWords(tools: Tools, repository: Repository, look: Look): Promise<Look> {
  const words = await tools.words.listFor(repository.repositoryId, look.headSha);
  const terms = { ...look.terms, words };
  return { ...look, terms, ...(await reviewCommit(tools, repository, look.commit, terms)) };
}
