/** What a comment asks of the app. Names that strangers wrote are kept raw and short; who uses them resolves them. */
export type Command =
  | { readonly kind: 'review' }
  | { readonly kind: 'help' }
  | { readonly kind: 'config' }
  | { readonly kind: 'explain'; readonly criterion: string }
  /** The name begins it, and words may follow; `auto` goes back to detection. */
  | { readonly kind: 'as'; readonly projectType: string }
  | { readonly kind: 'accept'; readonly criterion: string; readonly reason: string }
  | { readonly kind: 'withdraw'; readonly criterion: string }
  /** The first word is nearly a command's name. */
  | { readonly kind: 'unknown'; readonly nearest: CommandName }
  /** A command without what it needs, such as `accept` without `because`. */
  | { readonly kind: 'incomplete'; readonly command: CommandName };

/** The commands that a person can write; `review` is the bare `/review`. */
export type CommandName = Exclude<Command['kind'], 'unknown' | 'incomplete'>;

/**
 * Who may give it. `ask`: the thread's author, and anyone with triage rights. `decide`: anyone with triage rights, and a
 * pull request's author for that pull request only.
 */
export type CommandRight = 'ask' | 'decide';

/** The first command of a comment. */
export interface Intent {
  readonly command: Command;
  /** 1-based line of the comment in which it stands. */
  readonly line: number;
  /** Further commands of the comment, which are not carried out. */
  readonly others: number;
}
