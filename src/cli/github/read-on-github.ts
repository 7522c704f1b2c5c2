import { asShowworkError, ShowworkError } from '../../errors.ts';
import type { PersonalGitHub, SeenRepository } from '../../github/personal-github.ts';
import { describeProblem } from '../../rubric/describe-problem.ts';
import { findReadmes } from '../../settings/readme-paths.ts';
import { type Commit, readCommit } from '../../workflow/reading/read-commit.ts';
import { chooseReadmes } from '../../workflow/reviewing/choose-readmes.ts';
import { readmeRequest } from '../../workflow/reviewing/review-readme.ts';
import type { PathResult } from '../read-path.ts';
import type { ReadRepository } from '../read-repository.ts';
import type { ReadSettings } from '../settings-of-folder.ts';
import { noCommitThere, noSuchRef } from './github-problem.ts';
import { readSettingsOnGitHub } from './read-settings-on-github.ts';
import type { RepositoryArgument } from './repository-argument.ts';

/** What was asked for is not there, in words that need no more explanation. */
class NotThere extends Error {}

export interface GitHubReaderOptions {
  readonly github: PersonalGitHub;
  readonly readSettings: ReadSettings;
  /** What a failure means to whoever asked. */
  readonly explain: (error: ShowworkError, asked: RepositoryArgument) => string;
}

export type ReadOnGitHub = (asked: RepositoryArgument) => Promise<PathResult>;

/**
 * Reads repositories as the app does: the tree, the READMEs that the settings of the default branch and of the owner
 * name, and the manifests beside them. One after another, as GitHub asks clients to
 * (docs: rest/using-the-rest-api/best-practices-for-using-the-rest-api); once a limit is hit, none of the rest is tried.
 */
export function createGitHubReader({ github, readSettings, explain }: GitHubReaderOptions): ReadOnGitHub {
  let limit: ShowworkError | null = null;
  let last: Promise<unknown> = Promise.resolve();

  async function read(asked: RepositoryArgument): Promise<PathResult> {
    if (limit !== null) return { ok: false, problem: explain(limit, asked) };
    try {
      return { ok: true, ...(await readRepositoryOnGitHub(github, readSettings, asked)) };
    } catch (thrown) {
      if (thrown instanceof NotThere) return { ok: false, problem: thrown.message };
      const error = asShowworkError(thrown);
      if (error.code === 'GITHUB_RATE_LIMITED') limit = error;
      return { ok: false, problem: explain(error, asked) };
    }
  }

  return asked => {
    const reading = last.then(() => read(asked));
    last = reading;
    return reading;
  };
}

async function readRepositoryOnGitHub(
  github: PersonalGitHub,
  readSettings: ReadSettings,
  asked: RepositoryArgument,
): Promise<ReadRepository> {
  const blobs = { read: github.readBlob };
  const repository = await github.readRepository(asked);
  const defaultBranch = await readDefaultBranch(github, repository);
  const commit = asked.ref === null ? defaultBranch : await readRef(github, repository, asked.ref);
  const texts = await readSettingsOnGitHub(github, repository, defaultBranch);
  const { settings, problems, locked } = readSettings(texts);
  const chosen = await chooseReadmes(commit, settings, null);
  if (chosen.length === 0) throw new NotThere(`no README; looked in ${commit.lookedIn.join(', ')}`);
  const terms = { settings, words: [] };
  const readmes = [];
  for (const each of chosen) {
    const request = await readmeRequest({ blobs }, repository, commit, each, terms);
    const isOne = settings.readmes.length === 0;
    readmes.push({ name: isOne ? asked.written : `${asked.written}/${each.readme.path}`, request });
  }
  const unmatched = findReadmes(settings, commit.paths).unmatched.map(entry => {
    return `${asked.written}: \`readmes\` has an entry for which there is no README: ${entry}`;
  });
  const mistakes = [...problems.organisation, ...problems.repository, ...locked].map(describeProblem);
  return { readmes, enforce: settings.enforce, remarks: [...mistakes, ...unmatched] };
}

/** GitHub knows the repository, so what is not there is its first commit. */
async function readDefaultBranch(github: PersonalGitHub, repository: SeenRepository): Promise<Commit> {
  try {
    return await readCommit(github, { read: github.readBlob }, repository, repository.defaultBranch);
  } catch (thrown) {
    if (thrown instanceof ShowworkError && thrown.code === 'GITHUB_GONE') {
      throw new NotThere(noCommitThere(repository));
    }
    throw thrown;
  }
}

async function readRef(github: PersonalGitHub, repository: SeenRepository, ref: string): Promise<Commit> {
  const id = await github.readCommitId(repository, ref);
  if (id === null) throw new NotThere(noSuchRef(repository, ref));
  return readCommit(github, { read: github.readBlob }, repository, id);
}
