/** A repository with an unfinished README that the app has read, and what people do to it. */
import type { FileChanges } from '../simulator/git/files.ts';
import type { NewPullRequest } from '../simulator/repository-conversations.ts';
import type { SimulatedRepository } from '../simulator/simulated-repository.ts';
import type { WebhookEvent } from '../simulator/webhooks/event.ts';
import type { Story } from './begin-story.ts';
import { README, REQUIREMENTS } from './readmes.ts';

export interface Project {
  readonly repository: SimulatedRepository;
  /** A pull request from a branch of the repository, and the events of it: a push and an opening. */
  open(
    branch: string,
    files: FileChanges,
    options?: Partial<NewPullRequest>,
  ): { readonly number: number; readonly events: readonly WebhookEvent[] };
  /** A push to a pull request's branch, in the repository itself. */
  push(number: number, files: FileChanges, options?: { readonly force?: boolean }): readonly WebhookEvent[];
  /** Title of the check run on a branch's head. */
  titleOn(branch: string): Promise<string | null>;
}

/** `ada/parcels`, whose default branch has its check run. */
export async function beginProject(story: Story): Promise<Project> {
  const { simulator } = story;
  const { webhooks } = simulator;
  const repository = simulator.addRepository({ owner: 'ada', name: 'parcels' });
  const first = repository.commit('main', { 'README.md': README, 'requirements.txt': REQUIREMENTS });
  await story.deliver(webhooks.push(first));
  await story.checkRunOn(repository, first.after);
  return {
    repository,
    open(branch, files, options = {}) {
      const push = repository.commit(branch, files);
      const opened = repository.openPullRequest({ head: branch, ...options });
      return {
        number: opened.request.number,
        events: [webhooks.push(push), webhooks.pullRequest(opened)],
      };
    },
    push(number, files, options) {
      const { push, change } = repository.pushToPullRequest(number, files, options);
      return [webhooks.push(push), webhooks.pullRequest(change)];
    },
    titleOn: async branch => (await story.checkRunOn(repository, repository.head(branch))).output.title,
  };
}
