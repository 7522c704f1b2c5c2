import type { Repository } from '../../jobs.ts';
import type { Thread } from '../../ports.ts';
import type { Surface } from '../publishing/post.ts';
import type { Tools } from '../tools.ts';

/** Comments of one thread; `body` writes the comment with the given marker in it. */
export function threadSurface(
  { github }: Tools,
  repository: Repository,
  thread: Thread,
  body: (marker: string) => string,
): Surface {
  return {
    create: marker => github.createComment(repository, thread, body(marker)),
    update: ({ id }, marker) => github.updateComment(repository, thread, id, body(marker)),
    find: marker => github.findComment(repository, thread, marker),
    fold: ({ nodeId }) => github.minimizeComment(repository, thread, nodeId),
  };
}

/** The key of the one review comment of a thread. */
export function threadKey({ issueNumber }: Thread): string {
  return `thread/${issueNumber}`;
}
