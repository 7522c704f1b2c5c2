import type {
  CheckRunChange,
  CheckSuiteChange,
  CommentChange,
  InstallationChange,
  InstallationRepositoriesChange,
  IssueChange,
  PullRequestChange,
  Push,
  RepositoryChange,
} from '../state/changes.ts';
import type { World } from '../state/world.ts';
import { checkRunEvent, checkSuiteEvent } from './check-events.ts';
import type { Deliveries, DeliveryRecord, DeliveryRequest, DeliveryResult } from './deliveries.ts';
import type { WebhookEvent } from './event.ts';
import { installationEvent, installationRepositoriesEvent } from './installation-events.ts';
import { issueCommentEvent } from './issue-comment-event.ts';
import { issueEvent } from './issue-event.ts';
import { pullRequestEvent } from './pull-request-event.ts';
import { pushEvent } from './push-event.ts';
import { repositoryEvent } from './repository-event.ts';

/**
 * Builds GitHub's events from what happened, and delivers them: `deliver({ url, ...webhooks.push(push) })`. A payload
 * shows the state at the moment it is built.
 */
export class Webhooks {
  readonly #world: World;
  readonly #deliveries: Deliveries;

  constructor(world: World, deliveries: Deliveries) {
    this.#world = world;
    this.#deliveries = deliveries;
  }

  push(change: Push): WebhookEvent {
    return pushEvent(this.#world, change);
  }

  pullRequest(change: PullRequestChange): WebhookEvent {
    return pullRequestEvent(this.#world, change);
  }

  checkRun(change: CheckRunChange): WebhookEvent {
    return checkRunEvent(this.#world, change);
  }

  checkSuite(change: CheckSuiteChange): WebhookEvent {
    return checkSuiteEvent(this.#world, change);
  }

  issue(change: IssueChange): WebhookEvent {
    return issueEvent(this.#world, change);
  }

  issueComment(change: CommentChange): WebhookEvent {
    return issueCommentEvent(this.#world, change);
  }

  installation(change: InstallationChange): WebhookEvent {
    return installationEvent(this.#world, change);
  }

  installationRepositories(change: InstallationRepositoriesChange): WebhookEvent {
    return installationRepositoriesEvent(this.#world, change);
  }

  repository(change: RepositoryChange): WebhookEvent {
    return repositoryEvent(this.#world, change);
  }

  /** Posts one signed event and answers what came back. Fails where nobody answers in time. */
  deliver(delivery: DeliveryRequest): Promise<DeliveryResult> {
    return this.#deliveries.deliver(delivery);
  }

  /** Every attempt so far, oldest first. */
  get deliveries(): readonly DeliveryRecord[] {
    return this.#deliveries.records;
  }
}
