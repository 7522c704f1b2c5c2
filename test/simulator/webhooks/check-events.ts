import { checkRunShape, checkSuiteShape } from '../shapes/check-run.ts';
import { repositoryShape } from '../shapes/repository.ts';
import type { CheckRunChange, CheckSuiteChange } from '../state/changes.ts';
import type { CheckSuite, Repository } from '../state/records.ts';
import type { World } from '../state/world.ts';
import { commonParts, type WebhookEvent } from './event.ts';

/** docs.github.com/en/webhooks/webhook-events-and-payloads#check_run */
export function checkRunEvent(world: World, change: CheckRunChange): WebhookEvent {
  const { repository, run, action, sender, identifier } = change;
  const suite = repository.checkSuites.get(run.suiteId);
  const payload = {
    action,
    check_run: {
      ...checkRunShape(world, repository, run),
      ...(suite && { check_suite: suiteInEvent(world, repository, suite) }),
    },
    ...(action === 'requested_action' && { requested_action: { identifier } }),
    repository: repositoryShape(world, repository),
    ...commonParts(world, repository, sender),
  };
  return { event: 'check_run', payload };
}

/** docs.github.com/en/webhooks/webhook-events-and-payloads#check_suite */
export function checkSuiteEvent(world: World, change: CheckSuiteChange): WebhookEvent {
  const { repository, suite, action, sender } = change;
  const payload = {
    action,
    check_suite: suiteInEvent(world, repository, suite),
    repository: repositoryShape(world, repository),
    ...commonParts(world, repository, sender),
  };
  return { event: 'check_suite', payload };
}

/** Beside its repository a suite does not carry it once more. */
function suiteInEvent(world: World, repository: Repository, suite: CheckSuite) {
  const { repository: _, ...shape } = checkSuiteShape(world, repository, suite);
  return shape;
}
