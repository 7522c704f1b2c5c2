import { z } from 'zod';
import type { Tree } from '../ports.ts';
import { type Address, type Asking, ask } from './ask.ts';

const TreeAnswer = z.object({
  tree: z.array(
    z.object({ path: z.string(), mode: z.string(), sha: z.string(), size: z.int().nonnegative().optional() }),
  ),
  truncated: z.boolean(),
});

/** `GET /repos/{owner}/{repo}/git/trees/{tree_sha}`; 404 becomes `GITHUB_GONE`. */
export async function readTree<At extends Address>(
  session: Asking<At>,
  repository: At,
  treeish: string,
  options: { readonly recursive: boolean },
): Promise<Tree> {
  const answer = await ask(session, repository, {
    use: 'read',
    doing: `read the tree of ${treeish}`,
    // GitHub takes any value for yes, also "false" and "0".
    send: (rest, common) =>
      rest.git.getTree({ ...common, tree_sha: treeish, ...(options.recursive ? { recursive: '1' } : {}) }),
    answer: TreeAnswer,
  });
  const entries = answer.tree.map(({ path, mode, sha, size }) =>
    size === undefined ? { path, mode, sha } : { path, mode, sha, size },
  );
  return { entries, truncated: answer.truncated };
}
