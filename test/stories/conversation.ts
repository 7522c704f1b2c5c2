/** What people see of a conversation at this moment. */
import type { SimulatedRepository } from '../simulator/simulated-repository.ts';
import type { CommentChange } from '../simulator/state/changes.ts';

export interface SeenComment {
  readonly id: number;
  readonly body: string;
  readonly folded: boolean;
}

/** The app's comments on an issue or pull request, oldest first. */
export function oursIn(repository: SimulatedRepository, number: number): readonly SeenComment[] {
  return repository
    .comments(number)
    .filter(({ author }) => author.login === 'showwork[bot]')
    .map(({ id, body, minimized }) => ({ id, body, folded: minimized !== null }));
}

/** What the newest of them says; '' where there is none. */
export function newestWords(repository: SimulatedRepository, number: number): string {
  return oursIn(repository, number).at(-1)?.body ?? '';
}

/** What the app's reactions to a comment are, oldest first. */
export function reactionsTo(repository: SimulatedRepository, { comment }: CommentChange): string[] {
  return repository.reactions(comment.id).map(({ content }) => content);
}
