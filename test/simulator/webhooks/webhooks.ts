import type { PullRequestChange, SimulatedRepository } from '../simulated-repository.ts';
import type { Push } from '../state/pushes.ts';
import type { CheckRun, Installation, Repository } from '../state/records.ts';
import { accountNamed, type World } from '../state/world.ts';
import { Deliveries } from './deliveries.ts';
import type { WebhookEvent } from './payloads.ts';
import * as payloads from './payloads.ts';

/** Builds GitHub's events from what happened, and delivers them: `deliver({ url, ...webhooks.push(push) })`. */
export class Webhooks extends Deliveries {
  readonly #world: World;

  constructor(world: World, secret: string) {
    super(world, secret);
    this.#world = world;
  }

  push(push: Push): WebhookEvent {
    return payloads.pushEvent(this.#world, push);
  }

  pullRequest(change: PullRequestChange): WebhookEvent {
    return payloads.pullRequestEvent(this.#world, change);
  }

  /** `action` as GitHub names it; `{ requested: 'identifier' }` for a press on the run's button. */
  checkRun(
    repository: SimulatedRepository,
    run: CheckRun,
    action: 'created' | 'completed' | 'rerequested' | { readonly requested: string },
    sender = repository.record.owner.login,
  ): WebhookEvent {
    const account = accountNamed(this.#world, sender);
    return payloads.checkRunEvent(this.#world, repository.record, run, action, account);
  }

  installation(
    installation: Installation,
    action: 'created' | 'deleted' | 'suspend' | 'unsuspend' | 'new_permissions_accepted',
    repositories: readonly Repository[] = [],
  ): WebhookEvent {
    return payloads.installationEvent(this.#world, installation, action, repositories);
  }
}
