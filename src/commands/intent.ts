/** What a comment asks of the app. */
export interface Intent {
  readonly kind: 'review';
  /** 1-based line of the comment in which the command stands. */
  readonly line: number;
}
