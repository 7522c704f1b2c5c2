/** Steps that many stories share. */
import type { FileChanges } from '../simulator/git/files.ts';
import type { SimulatedRepository } from '../simulator/simulated-repository.ts';
import type { CheckRun } from '../simulator/state/records.ts';
import type { Story } from './begin-story.ts';

/** What the app shows on a commit. */
export interface Shown {
  readonly head: string;
  readonly title: string;
  /** Without the addresses of its links. */
  readonly summary: string;
  readonly conclusion: string | null;
  readonly annotations: CheckRun['annotations'];
  /** How many check runs the commit has: none where the app says nothing. */
  readonly runs: number;
}

/** One push as one step of the story, and what the app shows on its head afterwards. */
export async function push(
  story: Story,
  step: string,
  repository: SimulatedRepository,
  files: FileChanges,
  branch = repository.record.defaultBranch,
): Promise<Shown> {
  const change = repository.commit(branch, files);
  await story.tell(step, () => story.deliver(story.simulator.webhooks.push(change)));
  return shownOn(repository, change.after);
}

export function shownOn(repository: SimulatedRepository, head: string): Shown {
  const runs = repository.checkRuns(head);
  const run = runs.at(-1);
  return {
    head,
    title: run?.output.title ?? '',
    summary: withoutAddresses(run?.output.summary ?? ''),
    conclusion: run?.conclusion ?? null,
    annotations: run?.annotations ?? [],
    runs: runs.length,
  };
}

/** Markdown as people read it: of links only the words. */
export function withoutAddresses(markdown: string): string {
  return markdown.replaceAll(/\]\([^)]*\)/g, ']');
}
