/** The people of a run: what they do at GitHub, and the events that GitHub makes of it. */
import type { SimulatedRepository } from '../simulator/simulated-repository.ts';
import type { Simulator } from '../simulator/simulator.ts';
import type { WebhookEvent } from '../simulator/webhooks/event.ts';
import type { Shape } from './shape.ts';
import type { Step } from './steps.ts';

const CRITERIA = ['problem', 'approach', 'decisions', 'failures', 'outcome'];

export interface Place {
  readonly owner: string;
  readonly repository: SimulatedRepository;
  /** False from the moment the app was taken off it. */
  reached: boolean;
}

export interface People {
  readonly places: readonly Place[];
  readonly suspended: ReadonlySet<string>;
  /** Does what a step says people do, if they can. Answers what GitHub sends about it; nothing where it tells nobody. */
  act(step: Step): readonly WebhookEvent[];
}

export function createPeople(simulator: Simulator, { owners, repositoriesEach }: Shape): People {
  const names = Array.from({ length: owners }, (_, index) => `owner-${index}`);
  const places: Place[] = names.flatMap(owner =>
    Array.from({ length: repositoriesEach }, (_, index) => ({
      owner,
      repository: simulator.addRepository({ owner, name: `project-${index}` }),
      reached: true,
    })),
  );
  const suspended = new Set<string>();
  const { webhooks } = simulator;
  let texts = 0;

  const nextText = () => {
    texts += 1;
    // Each time something else is documented, so that there is something to say.
    const documented = CRITERIA.filter((_, index) => (texts >> index) % 2 === 1);
    return { 'README.md': `# Project\n\nText ${texts}.\n\nDocumented: ${documented.join(', ')}\n` };
  };

  function push(place: Place, branch: string): readonly WebhookEvent[] {
    const { repository } = place;
    const request = openRequestOf(repository, branch);
    if (request === null) return [webhooks.push(repository.commit(branch, nextText()))];
    const { push: pushed, change } = repository.pushToPullRequest(request, nextText());
    return [webhooks.push(pushed), webhooks.pullRequest(change)];
  }

  function openPullRequest({ repository }: Place, branch: string): readonly WebhookEvent[] {
    if (!repository.record.branches.has(branch) || openRequestOf(repository, branch) !== null) return [];
    return [webhooks.pullRequest(repository.openPullRequest({ head: branch }))];
  }

  function comment({ repository }: Place, text: string): readonly WebhookEvent[] {
    const [request] = repository.record.issues.keys();
    return request === undefined ? [] : [webhooks.issueComment(repository.comment(request, text))];
  }

  function reRun({ repository }: Place): readonly WebhookEvent[] {
    const run = repository.checkRuns(repository.head()).at(-1);
    return run === undefined ? [] : [webhooks.checkRun(repository.rerequestCheckRun(run))];
  }

  function actAt(step: Extract<Step, { repository: number }>): readonly WebhookEvent[] {
    const place = places[step.repository];
    if (place === undefined) throw new RangeError(`no repository ${step.repository}`);
    switch (step.kind) {
      case 'push':
        return push(place, branchNamed(step.branch));
      case 'open-pull-request':
        return openPullRequest(place, branchNamed(step.branch));
      case 'comment':
        return comment(place, step.text);
      case 're-run':
        return reRun(place);
      case 'remove-repository': {
        if (!place.reached) return [];
        place.reached = false;
        const change = simulator.installation(place.owner).remove(place.repository);
        return [webhooks.installationRepositories(change)];
      }
    }
  }

  function isTold(place: Place | undefined, step: Step): boolean {
    return (
      place === undefined ||
      step.kind === 'remove-repository' ||
      (place.reached && !suspended.has(place.owner))
    );
  }

  function suspend(owner: string, isSuspended: boolean): readonly WebhookEvent[] {
    if (suspended.has(owner) === isSuspended) return [];
    const installation = simulator.installation(owner);
    if (isSuspended) suspended.add(owner);
    else suspended.delete(owner);
    return [webhooks.installation(isSuspended ? installation.suspend() : installation.unsuspend())];
  }

  return {
    places,
    suspended,
    act(step) {
      if (step.kind === 'suspend' || step.kind === 'unsuspend') {
        return suspend(names[step.owner] ?? '', step.kind === 'suspend');
      }
      if (!('repository' in step)) return [];
      const events = actAt(step);
      return isTold(places[step.repository], step) ? events : [];
    },
  };
}

function branchNamed(branch: number): string {
  return branch === 0 ? 'main' : `branch-${branch}`;
}

function openRequestOf({ record }: SimulatedRepository, branch: string): number | null {
  for (const { number, state, pull } of record.issues.values()) {
    if (state === 'open' && pull?.head.branch === branch) return number;
  }
  return null;
}
