import type { Report } from '../review/report.ts';
import { clip, neutralise } from './plain-text.ts';
import { indexRemarks, isIndex, shortIndexStep } from './portfolio-index.ts';
import type { Standing } from './standing.ts';
import { lowestFirst } from './standing.ts';

/** Code points of a next step that a title has room for. */
const MAX_STEP = 70;
/** Code points of a path that a title has room for. */
const MAX_PATH = 60;

/** Such as `4 of 5 documented · next: say what did not work`; with several READMEs the lowest and how many. */
export function reviewTitle(reports: readonly Report[]): string {
  const [lowest] = lowestFirst(reports);
  if (lowest === undefined) return 'Nothing to review';
  if (reports.length === 1) return withStep(standingWords(lowest), lowest);
  if (lowest.kind === 'documented') return `${reports.length} READMEs · ${allDocumentedWords(reports)}`;
  const path = clip(neutralise(lowest.report.readme.path), MAX_PATH);
  if (lowest.kind === 'open' && lowest.yardstick === 'entries' && !reports.every(isIndex))
    return `${reports.length} READMEs · every project documented · next in ${path}: ${stepWords(lowest)}`;
  return withStep(`${reports.length} READMEs · lowest: ${standingWords(lowest)} in ${path}`, lowest);
}

/** A number only where it is the same everywhere. */
function allDocumentedWords(reports: readonly Report[]): string {
  const [words, ...others] = new Set(lowestFirst(reports).map(standingWords));
  return others.length === 0 ? `${words} in each` : 'all documented';
}

export function standingWords({
  report,
  kind,
  yardstick,
  documented,
  counted,
  notAssessed,
}: Standing): string {
  if (kind === 'empty') return 'The README is empty so far';
  if (yardstick === 'entries') return indexWords(report);
  if (kind === 'other') return 'Not judged: not read as an AI project';
  if (kind === 'not-assessed') return 'Not assessed';
  const tally = `${documented} of ${counted} documented`;
  return notAssessed === 0 ? tally : `${tally}, ${notAssessed} not assessed`;
}

function indexWords(report: Report): string {
  const codes = indexRemarks(report).map(({ code }) => code);
  if (codes.length === 0) return 'Portfolio index: every project says its problem and outcome';
  const unlinked = codes.includes('portfolio-no-links');
  return `Portfolio index: ${unlinked ? 'no project is linked yet' : 'some projects could say more'}`;
}

function withStep(words: string, standing: Standing): string {
  const step = stepWords(standing);
  return step === '' ? words : `${words} · next: ${step}`;
}

/** Empty where there is none. */
function stepWords({ kind, yardstick, report }: Standing): string {
  const step = yardstick === 'entries' ? shortIndexStep(report) : report.nextSteps[0]?.text;
  return kind !== 'open' || step === null || step === undefined ? '' : shortStep(step);
}

/** The first clause of a next step, as it goes on after `next: `. */
function shortStep(text: string): string {
  const clause = (/^.+?(?=[.:;!?](?:\s|$)|\s[–—(]|$)/s.exec(text.trim())?.[0] ?? text).replaceAll('`', '');
  const startsWithName = /^\S[A-Z]/.test(clause);
  const lowered = startsWithName ? clause : clause.charAt(0).toLowerCase() + clause.slice(1);
  if (lowered.length <= MAX_STEP) return neutralise(lowered);
  const comma = lowered.lastIndexOf(',', MAX_STEP);
  return clip(neutralise(comma > 0 ? lowered.slice(0, comma) : lowered), MAX_STEP);
}
