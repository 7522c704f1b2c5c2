/** Why a README is not judged, in sentences for the learner: what it is, that it is no fault, what helps. */
import type { UnreadReason } from '../ports.ts';

export interface WhyNotRead {
  /** Stable name of the reason. */
  readonly code: string;
  readonly text: string;
}

const UNREAD: Readonly<Record<UnreadReason, string>> = {
  'too-large':
    'This README is larger than 1 MB, so it was not read, and nothing was judged. A README that tells the story and links to the rest can be reviewed.',
  'symlink-outside':
    'This README is a symbolic link to a place outside the repository, which cannot be followed, so nothing was judged. A README file in the repository itself can be reviewed.',
  'symlink-broken':
    'This README is a symbolic link to a file that is not in this commit, so nothing was judged. Point the link at an existing file, or put the README in its place.',
  submodule:
    'This README is a submodule, so its text lies in another repository, and nothing was judged. A README file in this repository can be reviewed.',
};

const FORMAT_NAMES: ReadonlyMap<string, string> = new Map([
  ['rst', 'reStructuredText'],
  ['adoc', 'AsciiDoc'],
  ['asciidoc', 'AsciiDoc'],
  ['asc', 'AsciiDoc'],
  ['org', 'Org mode'],
  ['txt', 'plain text'],
  ['', 'plain text'],
  ['textile', 'Textile'],
  ['rdoc', 'RDoc'],
  ['pod', 'Pod'],
  ['creole', 'Creole'],
  ['mediawiki', 'MediaWiki'],
  ['wiki', 'MediaWiki'],
  ['html', 'HTML'],
  ['ipynb', 'a Jupyter notebook'],
]);

/** For a README whose bytes were not fetched. */
export function whyUnread(reason: UnreadReason): WhyNotRead {
  return { code: `readme-${reason}`, text: UNREAD[reason] };
}

/** For a README in a format other than Markdown. */
export function whyNotMarkdown(path: string): WhyNotRead {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  const extension = dot === -1 ? '' : name.slice(dot + 1).toLowerCase();
  const format = FORMAT_NAMES.get(extension) ?? `the format .${extension}`;
  return {
    code: 'format-not-markdown',
    text: `This README is ${format}. Showwork reads Markdown only, so nothing was judged, and nothing is wrong with your README. As README.md it can be reviewed.`,
  };
}

/** For a README whose markup would take too long to read; `why` is a clause without a full stop. */
export function whyTooComplex(why: string): WhyNotRead {
  return {
    code: 'readme-too-complex',
    text: `This README was not read, because ${why}. Nothing was judged. Shorter lists and tables, or moving generated parts to a file of their own, will help.`,
  };
}
