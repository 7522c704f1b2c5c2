import { instant } from '../clock.ts';
import type { Account, App, Installation } from '../state/records.ts';
import type { World } from '../state/world.ts';

/** An opaque GraphQL-style id, as GitHub gives to everything. */
export function nodeId(type: string, id: number | string): string {
  return Buffer.from(`${type}:${id}`).toString('base64');
}

/** GitHub's "simple user", also for organisations and bots. */
export function userShape(world: World, account: Account) {
  const url = `${world.apiUrl}/users/${encodeURIComponent(account.login)}`;
  return {
    login: account.login,
    id: account.id,
    node_id: nodeId(account.type, account.id),
    avatar_url: `${world.htmlUrl}/avatars/u/${account.id}`,
    gravatar_id: '',
    url,
    html_url: `${world.htmlUrl}/${account.login.replace('[bot]', '')}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: account.type,
    site_admin: false,
  };
}

export function appShape(world: World, app: App) {
  return {
    id: app.id,
    slug: app.slug,
    node_id: nodeId('Integration', app.id),
    owner: userShape(world, app.owner),
    name: app.name,
    description: '',
    external_url: `${world.htmlUrl}/${app.owner.login}/${app.slug}`,
    html_url: `${world.htmlUrl}/apps/${app.slug}`,
    created_at: instant(app.createdAt),
    updated_at: instant(app.createdAt),
    permissions: app.permissions,
    events: app.events,
  };
}

export function installationShape(world: World, installation: Installation) {
  const { app } = world;
  const { account, id } = installation;
  return {
    id,
    account: userShape(world, account),
    repository_selection: installation.repositorySelection,
    access_tokens_url: `${world.apiUrl}/app/installations/${id}/access_tokens`,
    repositories_url: `${world.apiUrl}/installation/repositories`,
    html_url: `${world.htmlUrl}/settings/installations/${id}`,
    app_id: app.id,
    app_slug: app.slug,
    target_id: account.id,
    target_type: account.type,
    permissions: installation.permissions,
    events: app.events,
    created_at: instant(installation.createdAt),
    updated_at: instant(installation.updatedAt),
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_by: installation.suspendedAt && userShape(world, account),
    suspended_at: installation.suspendedAt && instant(installation.suspendedAt),
  };
}
