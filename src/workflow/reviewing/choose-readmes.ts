import { findReadmes } from '../../settings/readme-paths.ts';
import type { Settings } from '../../settings/settings.ts';
import type { Commit, CommitReadme } from '../reading/read-commit.ts';

/** A README that is reviewed, and what kind of project somebody says it tells of. */
export interface ChosenReadme {
  readonly readme: CommitReadme;
  readonly declaredType: string | null;
}

/**
 * The READMEs that the settings name, else the one that GitHub shows. `saidType`: what was said in a comment; of several
 * READMEs it is about the first.
 */
export async function chooseReadmes(
  commit: Commit,
  settings: Settings,
  saidType: string | null,
): Promise<readonly ChosenReadme[]> {
  const configured = await configuredReadmes(commit, settings);
  const shown = commit.readme === null ? [] : [{ readme: commit.readme, declaredType: settings.projectType }];
  const chosen = configured.length > 0 ? configured : shown;
  return chosen.map((each, index) =>
    index === 0 && saidType !== null ? { ...each, declaredType: saidType } : each,
  );
}

/** The READMEs of the projects that an index links and that were not chosen before. */
export async function linkedReadmes(
  commit: Commit,
  projects: readonly string[],
  chosen: readonly ChosenReadme[],
): Promise<readonly ChosenReadme[]> {
  const known = new Set(chosen.map(({ readme }) => readme.path));
  const found = await readmesAt(
    commit,
    projects.map(path => ({ path })),
  );
  return found.filter(({ readme }) => !known.has(readme.path));
}

async function configuredReadmes(commit: Commit, settings: Settings): Promise<readonly ChosenReadme[]> {
  const { readmes } = findReadmes(settings, commit.paths);
  const found = await readmesAt(commit, readmes);
  const [only] = found;
  if (found.length !== 1 || only === undefined) return found;
  return [{ ...only, declaredType: only.declaredType ?? settings.projectType }];
}

async function readmesAt(
  commit: Commit,
  wanted: readonly { readonly path: string; readonly projectType?: string }[],
): Promise<readonly ChosenReadme[]> {
  // Several paths may be symbolic links to one file.
  const found = new Map<string, ChosenReadme>();
  for (const { path, projectType } of wanted) {
    const readme = await commit.readmeAt(path);
    if (readme === null || found.has(readme.path)) continue;
    found.set(readme.path, { readme, declaredType: projectType ?? null });
  }
  return [...found.values()];
}
