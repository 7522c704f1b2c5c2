/** What people do to the repository that the workflow looks after, each with the job it leads to. */
import type { CommentInstruction, Instruction, Job, TargetRef } from '../../src/jobs.ts';
import type { Thread, ThreadComment } from '../../src/ports.ts';
import type { NewPullRequest } from '../helpers/github-world.ts';
import type { FileChanges } from '../simulator/git/files.ts';
import type { Workflow } from './start-workflow.ts';

export interface OpenedPullRequest {
  readonly issueNumber: number;
  readonly isPullRequest: true;
  readonly head: string;
  /** A delivery that names the head. */
  job(): Promise<Job>;
  /** Another commit on its branch. Answers its id. */
  commit(changes: FileChanges): Promise<string>;
}

interface PullRequestChoices extends NewPullRequest {
  /** `topic` unless told. */
  readonly branch?: string;
  /** From a fork: the branch is none of this repository. */
  readonly fromFork?: boolean;
}

/** Opens a pull request with these changes; its first job is still to be run. */
export async function openPullRequest(
  flow: Workflow,
  changes: FileChanges,
  { branch = 'topic', fromFork = false, ...options }: PullRequestChoices = {},
): Promise<OpenedPullRequest> {
  let head = flow.hub.commit(branch, changes);
  const number = flow.hub.openPullRequest(branch, options);
  const ref: TargetRef = { kind: 'pull-request', number, ...(!fromFork && { branch }) };
  return {
    issueNumber: number,
    isPullRequest: true,
    get head() {
      return head;
    },
    job: () => flow.accept(ref, head),
    async commit(more) {
      head = flow.hub.commit(branch, more);
      return head;
    },
  };
}

/** Somebody comments: `ada`, who opened every thread and owns the repository, unless told. Her `/review`, unless told. */
export async function say(
  flow: Workflow,
  said: Pick<CommentInstruction, 'issueNumber' | 'isPullRequest'> &
    Partial<Pick<CommentInstruction, 'author' | 'threadAuthor' | 'text'>>,
): Promise<{ comment: ThreadComment; job: Job }> {
  const { repository } = flow.hub;
  const { issueNumber, isPullRequest, author = 'ada', threadAuthor = 'ada', text = '/review' } = said;
  const { commentId } = flow.hub.comment({ issueNumber, isPullRequest }, text);
  const thread = { issueNumber, isPullRequest, author, threadAuthor, text };
  const instruction: Instruction = { kind: 'comment', repository, ...thread, commentId };
  await flow.instruct(instruction);
  const job: Job = { kind: 'carry-out', instructionId: `${repository.repositoryId}/comment/${commentId}` };
  return { comment: { issueNumber, isPullRequest, commentId }, job };
}

const REPLY_MARKER = /^<!-- showwork:reply \d+ -->\n/;

/** What the app answered in a thread, oldest first, without the marker by which it finds that again. */
export function answersIn({ hub }: Workflow, thread: Thread): readonly string[] {
  const answers = hub.commentsOn(thread).filter(text => REPLY_MARKER.test(text));
  return answers.map(text => text.replace(REPLY_MARKER, ''));
}

/** Runs a job until it does not want to come back. Answers how often it came back. */
export async function runToEnd(flow: Workflow, job: Job): Promise<number> {
  for (let back = 0; back < MANY; back += 1) {
    const later = await flow.worker.run(job);
    if (later === null) return back;
    flow.clock.advance(+later - +flow.clock.now());
  }
  throw new Error(`the job came back ${MANY} times`);
}

/** No honest job comes back so often. */
const MANY = 20;

/** Takes every write that the installation has at the moment. */
export async function useUpWrites({ store, hub }: Workflow): Promise<void> {
  while ((await store.limiter.take(hub.repository.installationId)) === null);
}
