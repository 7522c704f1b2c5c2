import { instant } from '../clock.ts';
import type { Repository } from '../state/records.ts';
import { fullName, type World } from '../state/world.ts';
import { nodeId, userShape } from './account.ts';

/** URL fields by what follows the repository's own API address, as GitHub's template syntax writes it. */
const API_URLS = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
};

export function repositoryApiUrl(world: World, repository: Repository): string {
  return `${world.apiUrl}/repos/${fullName(repository)}`;
}

export function repositoryHtmlUrl(world: World, repository: Repository): string {
  return `${world.htmlUrl}/${fullName(repository)}`;
}

/** GitHub's "repository". `get` and `push` payloads add a little to it. */
export function repositoryShape(world: World, repository: Repository) {
  const url = repositoryApiUrl(world, repository);
  const html = repositoryHtmlUrl(world, repository);
  const host = new URL(world.htmlUrl).host;
  const openIssues = [...repository.issues.values()].filter(issue => issue.state === 'open').length;
  const forks = [...world.repositories.values()].filter(other => other.parent === repository).length;
  return {
    ...repositoryNameShape(repository),
    owner: userShape(world, repository.owner),
    html_url: html,
    description: null,
    fork: repository.parent !== null,
    url,
    ...apiUrls(url),
    created_at: instant(repository.createdAt),
    updated_at: instant(repository.updatedAt),
    pushed_at: instant(repository.pushedAt),
    git_url: `git://${host}/${fullName(repository)}.git`,
    ssh_url: `git@${host}:${fullName(repository)}.git`,
    clone_url: `${html}.git`,
    svn_url: html,
    homepage: null,
    size: 0,
    stargazers_count: 0,
    watchers_count: 0,
    language: null,
    has_issues: repository.hasIssues,
    has_projects: true,
    has_downloads: true,
    has_wiki: true,
    has_pages: false,
    has_discussions: false,
    forks_count: forks,
    mirror_url: null,
    archived: false,
    disabled: false,
    open_issues_count: openIssues,
    license: null,
    allow_forking: true,
    is_template: false,
    web_commit_signoff_required: false,
    topics: [],
    custom_properties: {},
    visibility: repository.private ? 'private' : 'public',
    forks,
    open_issues: openIssues,
    watchers: 0,
    default_branch: repository.defaultBranch,
  };
}

/** What installation events tell of a repository. */
export function repositoryNameShape(repository: Repository) {
  return {
    id: repository.id,
    node_id: nodeId('Repository', repository.id),
    name: repository.name,
    full_name: fullName(repository),
    private: repository.private,
  };
}

function apiUrls(url: string): Record<keyof typeof API_URLS, string> {
  const urls: Record<string, string> = {};
  for (const [field, suffix] of Object.entries(API_URLS)) urls[field] = url + suffix;
  return urls as Record<keyof typeof API_URLS, string>;
}
