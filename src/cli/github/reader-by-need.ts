import { loadGitHubAccess } from '../../config.ts';
import type { ReadSettings } from '../settings-of-folder.ts';
import { explainGitHubProblem } from './github-problem.ts';
import type { ReadOnGitHub } from './read-on-github.ts';

/** A reader that is set up by the environment when the first repository on GitHub is asked for. */
export function githubReaderByNeed(readSettings: ReadSettings): ReadOnGitHub {
  let reader: Promise<ReadOnGitHub> | undefined;
  return async asked => {
    reader ??= setUp(readSettings);
    return (await reader)(asked);
  };
}

async function setUp(readSettings: ReadSettings): Promise<ReadOnGitHub> {
  const access = loadGitHubAccess();
  if ('problems' in access) {
    const problem = access.problems.map(({ variable, message }) => `${variable} ${message}`).join('; ');
    return async () => ({ ok: false, problem });
  }
  const { apiUrl, token } = access;
  const clock = { now: () => new Date() };
  // Loaded here, so that a review of folders does not wait for the modules that talk to GitHub.
  const [{ createPersonalGitHub }, { createGitHubReader }] = await Promise.all([
    import('../../github/personal-github.ts'),
    import('./read-on-github.ts'),
  ]);
  return createGitHubReader({
    github: createPersonalGitHub({ baseUrl: apiUrl, token: token?.value ?? null, clock }),
    readSettings,
    explain: (error, asked) => explainGitHubProblem(error, asked, token, clock.now()),
  });
}
