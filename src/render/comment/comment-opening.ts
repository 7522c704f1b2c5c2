/** The first words of a comment: what this pull request changes, or what was asked for and read. */
import type { ChangeCause, ChangeKind, Delta } from '../../review/delta.ts';
import type { Report } from '../../review/report.ts';
import type { Piece } from '../byte-budget.ts';
import { changesOf, isNew, readmeDelta, removedPaths } from '../changes.ts';
import type { Markdown } from '../markdown.ts';
import { join, md } from '../markdown.ts';
import { commitLink, fileLink, quoted } from '../phrases.ts';
import type { Locate } from '../place.ts';
import { locateAt } from '../place.ts';
import { isJudgedByCriteria, standingOf } from '../standing.ts';
import { NO_README } from '../wording.ts';
import type { CommentInput } from './comment-input.ts';

const TEXT: readonly ChangeCause[] = ['text', 'text-and-rubric'];
const KINDS: readonly ChangeKind[] = ['documented', 'progressed', 'regressed'];

export function commentOpening(input: CommentInput): readonly Piece[] {
  const { reports, occasion, place } = input;
  const at = commitLink(place.headSha, place);
  const said = reports === 'no-readme' ? withoutReadme(input) : withReadme(input, reports);
  const [first, ...more] = said;
  const lead = first === undefined ? [] : [md`**${first}**`];
  const where: Readonly<Record<CommentInput['occasion'], Markdown>> = {
    'pull-request': md`Read at ${at}.`,
    'asked-on-pull-request': md`Read again at ${at}, as you asked.`,
    'asked-on-issue': md`The default branch as it is at ${at}, as you asked.`,
  };
  return [join([...lead, ...more, where[occasion]], ' ').source];
}

function withoutReadme({ delta }: CommentInput): readonly Markdown[] {
  const removed = removedPaths(delta).map(quoted);
  if (removed.length === 0) return [md`${NO_README.sentence}`, md`${NO_README.start}`];
  return [
    md`This pull request takes away ${join(removed, ', ')}, and no other README is left.`,
    md`If it was meant to move: a README is found in the top folder, in ${quoted('docs/')} and in ${quoted('.github/')}. If it was meant to go, that is fine, and there is nothing to review.`,
  ];
}

function withReadme(
  { delta, occasion, place, preview }: CommentInput,
  reports: readonly Report[],
): readonly Markdown[] {
  if (occasion === 'asked-on-issue') return [];
  if (delta === null)
    return [md`There is nothing to compare this pull request with, so this is how it stands.`];
  const locate = locateAt(place);
  const said = [...changeSentences(delta, reports, locate), ...fileSentences(delta, reports, locate)];
  const same = unchanged(delta, reports);
  if (said.length > 0) return same === 0 ? said : [...said, md`${same} as before.`];
  if (preview !== undefined) return [md`No README reads differently.`];
  const onlyUncounted = reports.some(report => changesOf(delta, report).length > 0);
  return [md`This pull request changes no verdict${onlyUncounted ? ' that counts' : ''}.`];
}

/** What became of the counted criteria: by the text in the first three sentences, by other causes in the rest. */
function changeSentences(delta: Delta, reports: readonly Report[], locate: Locate): readonly Markdown[] {
  const changes = reports.flatMap(report =>
    changesOf(delta, report).flatMap(change => (change.counted ? [{ change, report }] : [])),
  );
  const named = (kinds: readonly ChangeKind[], causes: readonly ChangeCause[]) =>
    changes
      .filter(({ change }) => kinds.includes(change.kind) && causes.includes(change.cause))
      .map(({ change, report }) => {
        const file = reports.length > 1 ? md` in ${fileLink(report.readme.path, locate)}` : md``;
        return md`${quotedTitle(change.title)}${file}`;
      });
  return [
    ...sentenceOf(
      named(['documented'], TEXT),
      names => md`This pull request newly documents ${names}. Well done!`,
    ),
    ...sentenceOf(named(['progressed'], TEXT), names => md`A step forward: ${names}.`),
    ...sentenceOf(named(['regressed'], TEXT), names => md`Lower than before: ${names}.`),
    ...sentenceOf(
      named(['documented', 'progressed'], ['author']),
      names => md`Accepted by the author: ${names}.`,
    ),
    ...sentenceOf(named(['regressed'], ['author']), names => md`No longer accepted by the author: ${names}.`),
    ...sentenceOf(
      named(KINDS, ['rubric']),
      names => md`Other than before, because the rubric changed: ${names}.`,
    ),
  ];
}

/** READMEs that came, went, or have lost all their words. */
function fileSentences(delta: Delta, reports: readonly Report[], locate: Locate): readonly Markdown[] {
  const files = (which: (report: Report) => boolean) =>
    reports.filter(which).map(({ readme }) => fileLink(readme.path, locate));
  return [
    ...sentenceOf(
      files(report => isEmptied(delta, report)),
      names => md`Empty with this pull request: ${names}.`,
    ),
    ...sentenceOf(
      files(report => isNew(delta, report)),
      names => md`New with this pull request: ${names}.`,
    ),
    ...sentenceOf(removedPaths(delta).map(quoted), names => md`No longer there: ${names}.`),
  ];
}

/** Counted criteria that stand as they stood, over all READMEs that are judged by criteria. */
function unchanged(delta: Delta, reports: readonly Report[]): number {
  const judged = reports.filter(report => isJudgedByCriteria(standingOf(report)));
  return judged.reduce((sum, report) => sum + (readmeDelta(delta, report)?.unchanged ?? 0), 0);
}

function isEmptied(delta: Delta, report: Report): boolean {
  const changed = (readmeDelta(delta, report)?.changes ?? []).length > 0;
  return changed && standingOf(report).kind === 'empty';
}

function quotedTitle(title: string): Markdown {
  return md`“${title}”`;
}

function sentenceOf(names: readonly Markdown[], say: (names: Markdown) => Markdown): readonly Markdown[] {
  if (names.length === 0) return [];
  const last = names.slice(-1);
  const before = names.slice(0, -1);
  return [say(before.length === 0 ? join(last, '') : md`${join(before, ', ')} and ${join(last, '')}`)];
}
