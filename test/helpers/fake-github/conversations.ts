import { assertPostable } from '../../../src/github/comment-limits.ts';
import type { GitHubConversations, Posted, Reaction } from '../../../src/ports.ts';
import type { GitHubWorld } from '../github-world.ts';
import { type Calls, gone } from './calls.ts';
import type { FakeThreads } from './threads.ts';

interface FakeConversations
  extends Pick<
    GitHubWorld,
    | 'openIssue'
    | 'issues'
    | 'deleteIssue'
    | 'comment'
    | 'deleteComment'
    | 'commentsOn'
    | 'foldedOn'
    | 'reactionsTo'
  > {
  readonly port: GitHubConversations;
}

interface FakeComment {
  readonly issueNumber: number;
  text: string;
  readonly byApp: boolean;
  folded: boolean;
  readonly reactions: Reaction[];
}

/** What is said on issues and pull requests, by people and by the app. */
export function fakeConversations(threads: FakeThreads, { request }: Calls): FakeConversations {
  const comments = new Map<number, FakeComment>();
  let lastId = 0;

  /** Answers the comment's id. */
  function addComment(issueNumber: number, text: string, byApp: boolean): number {
    threads.get(issueNumber);
    lastId += 1;
    comments.set(lastId, { issueNumber, text, byApp, folded: false, reactions: [] });
    return lastId;
  }

  function commentOf(id: number): FakeComment {
    const comment = comments.get(id);
    if (comment === undefined) throw gone(`comment ${id}`);
    return comment;
  }

  function react(id: number, reaction: Reaction): boolean {
    const { reactions } = commentOf(id);
    if (reactions.includes(reaction)) return false;
    reactions.push(reaction);
    return true;
  }

  function postComment(issueNumber: number, body: string): Posted {
    assertPostable({ body });
    return asComment(addComment(issueNumber, body, true));
  }

  function editComment(id: number, body: string): void {
    assertPostable({ body });
    commentOf(id).text = body;
  }

  function findComment(issueNumber: number, marker: string): Posted | null {
    threads.get(issueNumber);
    const found = [...comments].findLast(
      ([, { issueNumber: on, byApp, text }]) => on === issueNumber && byApp && text.includes(marker),
    );
    return found === undefined ? null : asComment(found[0]);
  }

  function fold(nodeId: string): void {
    for (const [id, comment] of comments) if (asComment(id).nodeId === nodeId) comment.folded = true;
  }

  function postIssue(issue: { title: string; body: string }): Posted {
    assertPostable(issue);
    return asIssue(threads.add({ ...issue, kind: 'issue', open: true, byApp: true }));
  }

  function findIssue(marker: string): Posted | null {
    const found = threads.issues().findLast(({ issue }) => issue.byApp && issue.body.includes(marker));
    return found === undefined ? null : asIssue(found.number);
  }

  const on = (issueNumber: number) =>
    [...comments.values()].filter(comment => comment.issueNumber === issueNumber);

  return {
    port: {
      react: (_, { commentId }, reaction) => request('react', () => react(commentId, reaction)),
      createComment: (_, { issueNumber }, body) =>
        request('createComment', () => postComment(issueNumber, body)),
      updateComment: (_, _thread, id, body) => request('updateComment', () => editComment(id, body)),
      findComment: (_, { issueNumber }, marker) =>
        request('findComment', () => findComment(issueNumber, marker)),
      minimizeComment: (_, _thread, nodeId) => request('minimizeComment', () => fold(nodeId)),
      createIssue: (_, issue) => request('createIssue', () => postIssue(issue)),
      updateIssue: (_, number, { state, ...words }) =>
        request('updateIssue', () => {
          assertPostable(words);
          const open = state === undefined ? {} : { open: state === 'open' };
          Object.assign(threads.issue(number), words, open);
        }),
      findIssue: (_, marker) => request('findIssue', () => findIssue(marker)),
    },
    openIssue: (body = '') =>
      threads.add({ kind: 'issue', title: 'A question', body, open: true, byApp: false }),
    issues: () =>
      threads.issues().map(({ number, issue: { title, body, open } }) => ({ number, title, body, open })),
    deleteIssue: number => threads.delete(number),
    comment: (thread, text) => ({ ...thread, commentId: addComment(thread.issueNumber, text, false) }),
    deleteComment: id => void comments.delete(id),
    commentsOn: ({ issueNumber }) => on(issueNumber).map(({ text }) => text),
    foldedOn: ({ issueNumber }) =>
      on(issueNumber)
        .filter(({ folded }) => folded)
        .map(({ text }) => text),
    reactionsTo: ({ commentId }) => comments.get(commentId)?.reactions ?? [],
  };
}

function asComment(id: number): Posted {
  return { id, nodeId: `comment-${id}` };
}

function asIssue(number: number): Posted {
  return { id: number, nodeId: `issue-${number}` };
}
