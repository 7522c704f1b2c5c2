/** The smallest parts of a review in Markdown: a quote, a sentence, a link to lines. */
import type { Acceptance, CriterionResult, LineRange, Report } from '../review/report.ts';
import type { Markdown } from './markdown.ts';
import { codeSpan, join, link, md, prose } from './markdown.ts';
import type { CommitPlace, Locate } from './place.ts';
import { commitAddress, rangeWords } from './place.ts';
import { clip, visible } from './plain-text.ts';
import { ACCEPTED_WHERE } from './wording.ts';

/** Code points of the README's own words, of a path or of an author's reason that are shown in one place. */
const MAX_QUOTE = 300;
/** Hexadecimal digits of a git id that GitHub shows. */
const SHORT_SHA = 7;
/** Code points of a sentence of a finding; rubrics allow 600, a question carries the repository's words besides. */
const MAX_SENTENCE = 1000;

/** A stranger's words, as code and cut where they are long. */
export function quoted(text: string): Markdown {
  return codeSpan(clip(visible(text).trim(), MAX_QUOTE));
}

/** A sentence of a finding, in which backticks mark code. */
export function sentence(text: string): Markdown {
  return prose(clip(text.trim(), MAX_SENTENCE));
}

export function sentences(texts: readonly (string | undefined)[]): Markdown {
  const said = texts.flatMap(text => (text === undefined || text === '' ? [] : [sentence(text)]));
  return join(said, ' ');
}

export function fileLink(path: string, locate: Locate): Markdown {
  const url = locate(path);
  return url === null ? quoted(path) : link(quoted(path), url);
}

export function rangeLink(path: string, range: LineRange, locate: Locate): Markdown {
  const url = locate(path, range);
  const words = md`${rangeWords(range)}`;
  return url === null ? words : link(words, url);
}

/** The first digits of a git id, as GitHub shows it. */
export function shortSha(sha: string): Markdown {
  return quoted(sha.slice(0, SHORT_SHA));
}

export function commitLink(sha: string, place: CommitPlace): Markdown {
  return link(shortSha(sha), commitAddress({ ...place, headSha: sha }));
}

export function evidenceLinks(report: Report, criterion: CriterionResult, locate: Locate): Markdown {
  return join(
    criterion.evidence.map(range => rangeLink(report.readme.path, range, locate)),
    ', ',
  );
}

export function acceptance({ source, reason }: Acceptance): Markdown {
  return md`Accepted by the author ${ACCEPTED_WHERE[source]}, because ${quoted(reason)}`;
}
