import { nodeId, userShape } from '../shapes/account.ts';
import { installationOn } from '../state/installations.ts';
import type { Account, Installation, Repository } from '../state/records.ts';
import type { World } from '../state/world.ts';

/** An event ready to be delivered. `payload` is what GitHub would send as JSON. */
export interface WebhookEvent {
  readonly event: string;
  readonly payload: object;
}

/** What every event of a repository ends with; `installation` where the present one is not meant. */
export function commonParts(
  world: World,
  repository: Repository,
  sender: Account,
  installation: Installation | undefined = installationOn(world, repository),
) {
  return {
    ...(repository.owner.type === 'Organization' && {
      organization: organizationShape(world, repository.owner),
    }),
    sender: userShape(world, sender),
    ...(installation && {
      installation: {
        id: installation.id,
        node_id: nodeId('IntegrationInstallation', installation.id),
      },
    }),
  };
}

/** An organisation as events name it. */
export function organizationShape(world: World, account: Account) {
  const url = `${world.apiUrl}/orgs/${account.login}`;
  return {
    login: account.login,
    id: account.id,
    node_id: nodeId('Organization', account.id),
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url: `${world.htmlUrl}/avatars/u/${account.id}`,
    description: '',
  };
}
