/** What the app answers in a conversation: a line each, with nothing in it that a stranger wrote. */

export const DECLINED = {
  'not-allowed':
    'Thank you for your interest! Only the author of this thread, and people with triage rights here, can ask for a review.',
  'pull-request-closed':
    'This pull request is closed, so there is nothing to review. Once it is open again, `/review` works here.',
  'branch-gone': 'The default branch has no commit yet, so there is nothing to review.',
} as const;
