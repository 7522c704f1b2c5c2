/** Answers to what an author decides: a criterion accepted or withdrawn, a project type named. */
import { codeSpan, md } from '../markdown.ts';
import { codeBlock } from '../markdown-blocks.ts';
import { quoted } from '../phrases.ts';
import { projectTypeWords } from '../wording.ts';
import type { Named } from './misread-replies.ts';
import {
  ACCEPTED,
  AS,
  CHANGED_ELSEWHERE,
  IN_SCOPE,
  NOTHING_TO_WITHDRAW,
  type Scope,
  WITHDRAWN,
} from './wording.ts';

/**
 * @param readmeLine the HTML comment that says the same in the README.
 * @param configLines the lines of `.github/showwork.yml` that say the same.
 */
export function acceptedReply({
  criterion,
  reason,
  scope,
  readmeLine,
  configLines,
}: {
  readonly criterion: Named;
  readonly reason: string;
  readonly scope: Scope;
  readonly readmeLine: string;
  readonly configLines: string;
}): string {
  const { title, id } = criterion;
  return [
    md`**${title}** ${ACCEPTED.counts} ${IN_SCOPE[scope]}, because ${quoted(reason)}. ${ACCEPTED.visible}`
      .source,
    ACCEPTED.permanent[scope],
    codeBlock(readmeLine, 'html'),
    ACCEPTED.orConfig,
    codeBlock(configLines, 'yaml'),
    `${codeSpan(`/review withdraw ${id}`).source} ${ACCEPTED.takenBackBy}`,
  ].join('\n\n');
}

export function withdrawnReply(criterion: Named, scope: Scope): string {
  return md`**${criterion.title}** ${WITHDRAWN.no} ${IN_SCOPE[scope]}, ${WITHDRAWN.instead}.`.source;
}

export function nothingToWithdrawReply(criterion: Named): string {
  return md`${NOTHING_TO_WITHDRAW} **${criterion.title}**. ${CHANGED_ELSEWHERE}`.source;
}

/** The project type that is declared now, with the lines of `.github/showwork.yml` that say the same; or none. */
export type DeclaredType =
  | { readonly projectType: string; readonly scope: Scope; readonly configLines: string }
  | { readonly projectType: null; readonly scope: Scope };

export function asReply(declared: DeclaredType): string {
  const { scope } = declared;
  if (declared.projectType === null) return `${AS.detected} ${IN_SCOPE[scope]}.`;
  return [
    md`${AS.readAs} ${projectTypeWords(declared.projectType)} ${IN_SCOPE[scope]}.`.source,
    AS.permanent[scope],
    codeBlock(declared.configLines, 'yaml'),
    `${codeSpan('/review as auto').source} ${AS.takenBackBy}`,
  ].join('\n\n');
}
