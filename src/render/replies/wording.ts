/**
 * What the app answers in a conversation, in words. A sentence here is Markdown of our own, with nothing in it that a
 * stranger wrote; the functions beside this file put the rest in.
 */
import type { CommandRight } from '../../commands/intent.ts';
import { plural } from '../wording.ts';

/** A line each, where a command is not carried out. */
export const DECLINED = {
  'not-allowed':
    'Thank you for your interest! Only the author of this thread, and people with triage rights here, can ask for a review.',
  'not-allowed-to-decide':
    'Thank you for your interest! Only people with triage rights here can decide this; the author of a pull request can for that pull request.',
  'on-the-default-branch':
    'This pull request stands at the default branch’s own commit, so this would hold there as well. Only people with triage rights here can decide that.',
  'pull-request-closed':
    'This pull request is closed, so there is nothing to review. Once it is open again, `/review` works here.',
  'branch-gone': 'The default branch has no commit yet, so there is nothing to review.',
  'no-readme':
    'There is no README here yet, so there is nothing to read. Five short answers make a good first one: the problem, the approach, the decisions and why, what did not work, the outcome.',
  'not-judged':
    'This README is not judged by criteria, so there is none to explain. If it tells of an AI project, `/review as <project type>` says of which kind.',
  disabled:
    'Showwork is switched off for this repository (`enabled: false`), so nothing was read. With `enabled: true` in `.github/showwork.yml`, `/review` works here.',
} as const;

export const WHO: Readonly<Record<CommandRight, string>> = {
  ask: 'The thread’s author, and people with triage rights',
  decide: 'People with triage rights; a pull request’s author for that pull request',
};

export const HELP = {
  head: ['Command', 'What it does', 'Who may'],
  intro: 'A line of a comment that starts with one of these asks for it:',
  outro:
    'The first command of a comment is carried out. Commands in code or in a quote are only talked about.',
} as const;

export const DID_YOU_MEAN = 'Did you mean';
export const AFTER_UNKNOWN = '`/review help` lists every command, and `/review` alone takes a fresh look.';
export const INCOMPLETE = 'That command needs a little more:';
export const FOR_EXAMPLE = 'For example:';

export function othersNote(count: number): string {
  const rest = plural(count, 'further command was', 'further commands were');
  return `One at a time: the first command of the comment was carried out, ${rest} not.`;
}

export const NO_SUCH_CRITERION = 'No criterion here has that name. These do:';
export const NO_SUCH_TYPE = 'No project type has that name. These do:';
export const BACK_TO_DETECTION = '`auto` goes back to finding it out.';

export const EXPLAIN = {
  verdict: 'Verdict:',
  noVerdict: 'There is no verdict on it at this commit.',
  considered: 'Lines that came nearest:',
  noneConsidered: 'No line came near it.',
  lookedFor: 'Looked for:',
  weak: 'Too little to go on:',
  strong: 'Enough to go on:',
} as const;

/** What an author's word holds for. */
export type Scope = 'repository' | 'pull-request';

export const IN_SCOPE: Readonly<Record<Scope, string>> = {
  repository: 'in this repository',
  'pull-request': 'for this pull request',
};

export const ACCEPTED = {
  counts: 'now counts as documented',
  visible: 'The verdict from reading stays visible beside the reason.',
  permanent: {
    repository: 'To say it where every reader finds it, put this line into the README:',
    'pull-request':
      'It holds on the default branch once it stands in the merged README, or a maintainer repeats it. This line in the README says it:',
  },
  orConfig: 'or these into `.github/showwork.yml`:',
  takenBackBy: 'takes it back.',
} as const;

export const WITHDRAWN = { no: 'is no longer accepted', instead: 'and counts as it reads' } as const;
export const NOTHING_TO_WITHDRAW = 'Nothing was accepted in a comment here about';
export const CHANGED_ELSEWHERE = 'What stands in the README or in the configuration is changed there.';

export const AS = {
  readAs: 'The README is now read as',
  detected: 'The project type is found out from the README and the manifests again',
  permanent: {
    repository: 'To make it permanent, put this into `.github/showwork.yml`:',
    'pull-request':
      'It holds on the default branch once this stands in the merged `.github/showwork.yml`, or a maintainer repeats it:',
  },
  takenBackBy: 'goes back to finding it out.',
} as const;

export const LIMITED = {
  cooldown: 'That came soon after the last one. Commands in this thread are taken again from',
  'daily-limit': 'This repository has had its commands for today. The next one is taken from',
  pushes: 'Pushes are reviewed all the while.',
} as const;

export const FAILED_REPLY = {
  sorry: 'Sorry, that did not work, and it is no fault of yours.',
  again: 'Asking again may help. If it does not, the operator of the app can find the reason by this id:',
} as const;

/** Where a setting comes from, the last that says something of it first. */
export const SOURCES = {
  comment: 'a comment',
  repository: 'this repository',
  organisation: 'the organisation',
  'built-in': 'built in',
} as const;
export type Source = keyof typeof SOURCES;

export const FILES = { repository: 'This repository', organisation: 'The organisation' } as const;

/** How a settings file was found; what is broken names what holds in its place. */
export const STANDINGS = {
  read: 'read.',
  absent: 'no file.',
  'out-of-reach':
    'out of reach, because the app is not installed on the owner’s `.github` repository; its settings are not in force.',
  broken: 'has mistakes, which stand below.',
  lastGood: 'Its last version without one is in force:',
  noneGood: 'Nothing of it is in force.',
} as const;

export const CONFIG = {
  intro: 'What is in force here:',
  head: ['Setting', 'Value', 'From'],
  problems: 'Mistakes:',
  locked: 'Not in force, because the organisation has locked these:',
  expected: 'Expected:',
  detected: 'found out by the app',
  found: 'found by the app',
  everyBranch: 'every branch',
  nothing: 'nothing',
} as const;
