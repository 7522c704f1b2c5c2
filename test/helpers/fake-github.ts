/**
 * GitHub as values: files by commit, what was posted, what was asked, and failures a test plans. It knows of no HTTP,
 * so each entry of `requests` stands for one request of the gateway.
 */
import { ShowworkError } from '../../src/errors.ts';
import type { Repository, TargetRef } from '../../src/jobs.ts';
import type { CheckRun, GitHub, Reaction, Role, ThreadComment, Tree, TreeEntry } from '../../src/ports.ts';
import { type FileChanges, listTree, type TreeItem, writeTree } from '../simulator/git/files.ts';
import { ObjectDatabase } from '../simulator/git/object-database.ts';
import type { GitHubWorld, ShownCheckRun } from './github-world.ts';

export interface FakeGitHub extends GitHubWorld {
  /** Such as `readTree` or `createCheckRun`, in order. */
  readonly requests: (keyof GitHub)[];
  /** Everything posted, oldest first. */
  readonly checkRuns: readonly ShownCheckRun[];
  /** The next call of that function fails; with `carriedOut` GitHub did it all the same. */
  failNext(call: keyof GitHub, error: ShowworkError, options?: { carriedOut: boolean }): void;
  /** Happens once, before the next call of that function is answered. */
  beforeNext(call: keyof GitHub, happens: () => void | Promise<void>): void;
}

interface Planned {
  readonly error?: ShowworkError;
  readonly carriedOut?: boolean;
  readonly happens?: () => void | Promise<void>;
}

export function createFakeGitHub(): FakeGitHub {
  const objects = new ObjectDatabase();
  const branches = new Map<string, string>();
  const threads: ({ branch: string; sha: string; open: boolean } | null)[] = [];
  const comments: { issueNumber: number; text: string; reactions: Reaction[] }[] = [];
  const roles = new Map<string, Role>([['ada', 'admin']]);
  const checkRuns: ShownCheckRun[] = [];
  const requests: (keyof GitHub)[] = [];
  const planned = new Map<keyof GitHub, Planned[]>();
  let treeLimit = Number.POSITIVE_INFINITY;

  function commit(branch: string, changes: FileChanges): string {
    const parent = branches.get(branch) ?? branches.get(repository.defaultBranch) ?? null;
    const base = parent === null ? null : (objects.commit(parent)?.tree ?? null);
    const person = { name: 'Ada', email: 'ada@example.com', date: new Date(requests.length) };
    const sha = objects.addCommit({
      tree: writeTree(objects, base, changes),
      parents: parent === null ? [] : [parent],
      author: person,
      committer: person,
      message: 'Write',
    });
    branches.set(branch, sha);
    for (const pull of threads) if (pull?.open && pull.branch === branch) pull.sha = sha;
    return sha;
  }

  /** Runs the call as planned, with one request on record. */
  async function request<Result>(call: keyof GitHub, carryOut: () => Result): Promise<Result> {
    requests.push(call);
    const plan = planned.get(call)?.shift();
    await plan?.happens?.();
    if (plan?.error === undefined) return carryOut();
    if (plan.carriedOut === true) carryOut();
    throw plan.error;
  }

  function plan(call: keyof GitHub, entry: Planned): void {
    planned.set(call, [...(planned.get(call) ?? []), entry]);
  }

  function readTree(treeish: string, recursive: boolean): Tree {
    const sha = objects.commit(branches.get(treeish) ?? treeish)?.tree ?? treeish;
    if (objects.tree(sha) === undefined) throw gone(`tree ${treeish}`);
    const entries = [...listTree(objects, sha, recursive)].map(item => toEntry(objects, item));
    return { entries: entries.slice(0, treeLimit), truncated: entries.length > treeLimit };
  }

  function readHead(ref: TargetRef): string | null {
    if (ref.kind === 'branch') return branches.get(ref.branch) ?? null;
    const pull = threads[ref.number - 1];
    return pull?.open === true ? pull.sha : null;
  }

  function createCheckRun(run: CheckRun): number {
    if (objects.commit(run.headSha) === undefined) throw rejected(`commit ${run.headSha}`);
    const id = checkRuns.length + 1;
    checkRuns.push({ ...run, id, concluded: 1 });
    return id;
  }

  function updateCheckRun(id: number, run: CheckRun): void {
    const shown = checkRuns[id - 1];
    if (shown === undefined) throw gone(`check run ${id}`);
    const { conclusion, title, summary, actions } = run;
    checkRuns[id - 1] = { ...shown, conclusion, title, summary, actions, concluded: shown.concluded + 1 };
  }

  function findCheckRun(headSha: string, externalId: string): number | null {
    const found = checkRuns.findLast(run => run.headSha === headSha && run.externalId === externalId);
    return found?.id ?? null;
  }

  function react({ commentId }: ThreadComment, reaction: Reaction): boolean {
    const comment = comments[commentId - 1];
    if (comment === undefined) throw gone(`comment ${commentId}`);
    if (comment.reactions.includes(reaction)) return false;
    comment.reactions.push(reaction);
    return true;
  }

  /** Answers the comment's id. */
  function addComment(issueNumber: number, text: string): number {
    if (threads[issueNumber - 1] === undefined) throw gone(`issue ${issueNumber}`);
    return comments.push({ issueNumber, text, reactions: [] });
  }

  const github: GitHub = {
    readTree: (_, treeish, { recursive }) => request('readTree', () => readTree(treeish, recursive)),
    readBlob: (_, sha) =>
      request('readBlob', () => {
        const bytes = objects.blob(sha);
        if (bytes === undefined) throw gone(`blob ${sha}`);
        return bytes;
      }),
    readHead: (_, ref) => request('readHead', () => readHead(ref)),
    createCheckRun: (_, run) => request('createCheckRun', () => createCheckRun(run)),
    updateCheckRun: (_, id, run) => request('updateCheckRun', () => updateCheckRun(id, run)),
    findCheckRun: (_, headSha, externalId) =>
      request('findCheckRun', () => findCheckRun(headSha, externalId)),
    react: (_, comment, reaction) => request('react', () => react(comment, reaction)),
    readRole: (_, login) => request('readRole', () => roles.get(login) ?? 'none'),
    createComment: (_, { issueNumber }, body) =>
      request('createComment', () => void addComment(issueNumber, body)),
  };

  return {
    github,
    repository,
    requests,
    checkRuns,
    commit,
    deleteBranch: branch => void branches.delete(branch),
    openPullRequest(branch) {
      return threads.push({ branch, sha: branches.get(branch) ?? '', open: true });
    },
    closePullRequest(number) {
      const pull = threads[number - 1];
      if (pull != null) pull.open = false;
    },
    openIssue: () => threads.push(null),
    comment: (thread, text) => ({ ...thread, commentId: addComment(thread.issueNumber, text) }),
    commentsOn: ({ issueNumber }) =>
      comments.filter(comment => comment.issueNumber === issueNumber).map(({ text }) => text),
    reactionsTo: ({ commentId }) => comments[commentId - 1]?.reactions ?? [],
    setRole: (login, role) => void roles.set(login, role),
    checkRunsOn: headSha => checkRuns.filter(run => run.headSha === headSha),
    limitTrees(entries) {
      treeLimit = entries;
    },
    failNext: (call, error, options) => plan(call, { error, ...options }),
    beforeNext: (call, happens) => plan(call, { happens }),
    close: async () => {},
  };
}

const repository: Repository = {
  installationId: 3,
  repositoryId: 7,
  owner: 'ada',
  name: 'churn',
  defaultBranch: 'main',
  private: false,
};

/** As GitHub lists it: six digits of mode, a size for blobs only. */
function toEntry(objects: ObjectDatabase, { path, mode, sha, type }: TreeItem): TreeEntry {
  const entry = { path, mode: mode.padStart(6, '0'), sha };
  return type === 'blob' ? { ...entry, size: objects.blob(sha)?.length ?? 0 } : entry;
}

function gone(what: string): ShowworkError {
  return new ShowworkError('GITHUB_GONE', `no ${what}`);
}

function rejected(what: string): ShowworkError {
  return new ShowworkError('GITHUB_REJECTED', `no ${what}`);
}
