import { instant } from '../clock.ts';
import type { GitCommit, GitPerson } from '../git/objects.ts';
import type { Repository } from '../state/records.ts';
import type { World } from '../state/world.ts';
import { nodeId } from './account.ts';
import { repositoryApiUrl, repositoryHtmlUrl } from './repository.ts';

const UNSIGNED = { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null };

/** A commit of the repository; its existence is the caller's business. */
function commitOf(repository: Repository, sha: string): GitCommit {
  const commit = repository.objects.commit(sha);
  if (commit === undefined) throw new Error(`No commit ${sha}`);
  return commit;
}

/** The commit inside check suites and push payloads. */
export function simpleCommitShape(repository: Repository, sha: string) {
  const { tree, message, author, committer } = commitOf(repository, sha);
  return {
    id: sha,
    tree_id: tree,
    message,
    timestamp: instant(committer.date),
    author: { name: author.name, email: author.email },
    committer: { name: committer.name, email: committer.email },
  };
}

/** What `GET /git/commits/{sha}` answers. */
export function gitCommitShape(world: World, repository: Repository, sha: string) {
  const { tree, message, author, committer, parents } = commitOf(repository, sha);
  const git = `${repositoryApiUrl(world, repository)}/git`;
  const html = `${repositoryHtmlUrl(world, repository)}/commit`;
  return {
    sha,
    node_id: nodeId('Commit', sha),
    url: `${git}/commits/${sha}`,
    html_url: `${html}/${sha}`,
    author: personShape(author),
    committer: personShape(committer),
    message,
    tree: { sha: tree, url: `${git}/trees/${tree}` },
    parents: parents.map(parent => ({
      sha: parent,
      url: `${git}/commits/${parent}`,
      html_url: `${html}/${parent}`,
    })),
    verification: UNSIGNED,
  };
}

/** What `GET /commits/{ref}` and a branch answer; accounts are not looked up by e-mail address. */
export function commitShape(world: World, repository: Repository, sha: string) {
  const { message, author, committer, parents } = commitOf(repository, sha);
  const { tree } = gitCommitShape(world, repository, sha);
  const api = repositoryApiUrl(world, repository);
  const html = `${repositoryHtmlUrl(world, repository)}/commit`;
  return {
    sha,
    node_id: nodeId('Commit', sha),
    commit: {
      author: personShape(author),
      committer: personShape(committer),
      message,
      tree,
      url: `${api}/git/commits/${sha}`,
      comment_count: 0,
      verification: UNSIGNED,
    },
    url: `${api}/commits/${sha}`,
    html_url: `${html}/${sha}`,
    comments_url: `${api}/commits/${sha}/comments`,
    author: null,
    committer: null,
    parents: parents.map(parent => ({
      sha: parent,
      url: `${api}/commits/${parent}`,
      html_url: `${html}/${parent}`,
    })),
  };
}

function personShape(person: GitPerson) {
  return { name: person.name, email: person.email, date: instant(person.date) };
}
