import { beginningOf } from '../readme/beginning-of.ts';
import type { Outline, Section } from '../readme/outline.ts';
import type { SignalName } from '../rubric/names.ts';
import type { Rubric } from '../rubric/rubric.ts';
import { fillSlots } from './feedback/ask.ts';
import { indexByLine } from './index-by-line.ts';
import type { ObservedBlock } from './observe.ts';
import type { Finding, LineRange } from './report.ts';
import { sectionAt } from './section-at.ts';

export const PORTFOLIO_TYPE = 'portfolio-index';

/** More names than this in one sentence are not read. */
const MAX_NAMED = 3;
/** Characters of an entry's name. */
const MAX_NAME = 60;
const SAYS_PROBLEM: readonly SignalName[] = [
  'states-a-need',
  'says-why-it-matters',
  'names-who-has-it',
  'names-a-task',
  'asks-a-question',
];
const SAYS_OUTCOME: readonly SignalName[] = [
  'measures-a-result',
  'tabulates-results',
  'draws-a-conclusion',
  'claims-vaguely',
  'reports-a-status',
  'links-to-something-live',
];

/** Another repository, or a folder of this one. Files and pages inside a repository are references. */
const REPOSITORY = /^https?:\/\/(?:www\.)?github\.com\/[\w.-]{1,100}\/[\w.-]{1,100}\/?$/i;
const FOLDER = /^(?:\.\/)?[\w%-][\w %.-]{0,100}(?:\/[\w%-][\w %.-]{0,100}){0,4}\/?$/;
const FILE = /(?:\.[a-z][a-z0-9]{0,5}|(?:^|\/)(?:LICEN[CS]E|COPYING|NOTICE|Dockerfile|Makefile))$/i;

/** What some lines say. */
interface Said {
  readonly signals: ReadonlySet<SignalName>;
  /** Ids of the criteria under whose name something is said. */
  readonly headedBy: ReadonlySet<string>;
}

interface Entry extends Said {
  readonly name: string;
  readonly place: LineRange;
}

/**
 * What an index of projects is judged by instead of the criteria: whether it links its projects, and whether each entry
 * says in a line what the project is for and what came of it. One remark for each of these that can be improved.
 */
export function portfolioNotes(
  outline: Outline,
  blocks: readonly ObservedBlock[],
  rubric: Rubric,
): readonly Finding[] {
  const entries = entriesOf(outline, blocks);
  const { noLinks, problem, outcome } = rubric.portfolio;
  if (entries.length === 0) return [{ kind: 'actionable', code: 'portfolio-no-links', ...noLinks }];
  const notes: Finding[] = [];
  for (const [criterion, signals, wording] of [
    ['problem', SAYS_PROBLEM, problem],
    ['outcome', SAYS_OUTCOME, outcome],
  ] as const) {
    const silent = entries.filter(
      entry => !entry.headedBy.has(criterion) && !signals.some(signal => entry.signals.has(signal)),
    );
    const [first] = silent;
    if (first === undefined) continue;
    const names = silent.slice(0, MAX_NAMED).map(({ name }) => `“${name}”`);
    const more = silent.length > MAX_NAMED ? [`+${silent.length - MAX_NAMED}`] : [];
    const said = {
      told: String(entries.length - silent.length),
      count: String(entries.length),
      names: [...names, ...more].join(', '),
    };
    const text = fillSlots(wording.text, said) ?? wording.text;
    notes.push({
      kind: 'actionable',
      code: `portfolio-${criterion}`,
      text,
      question: wording.question,
      place: first.place,
    });
  }
  return notes;
}

/** How many different projects, folders or other repositories, the README links. */
export function countLinkedProjects({ links }: Outline): number {
  return new Set(links.flatMap(({ url, text }) => (text !== '' && isProject(url) ? [url] : []))).size;
}

/** One entry for each project that is linked, with what is said of it: its section, or else the line it is linked in. */
function entriesOf(outline: Outline, blocks: readonly ObservedBlock[]): readonly Entry[] {
  const links = outline.links.filter(({ url, text }) => text !== '' && isProject(url));
  const urls = new Set<string>();
  const perSection = new Map<number, number>();
  for (const { range } of links) {
    const { index } = sectionAt(outline, range.startLine);
    perSection.set(index, (perSection.get(index) ?? 0) + 1);
  }
  const saidOn = indexSayings(blocks);
  const entries: Entry[] = [];
  for (const { url, text, range } of links) {
    if (urls.has(url)) continue;
    urls.add(url);
    const section = sectionAt(outline, range.startLine);
    const alone = perSection.get(section.index) === 1 && section.level > 1;
    const place = alone ? spanOf(outline, section) : range;
    entries.push({ name: beginningOf(text, MAX_NAME), place: range, ...saidOn(place) });
  }
  return entries;
}

/** Says what stands on some lines, and gathers it once for all the projects that one line may link. */
function indexSayings(blocks: readonly ObservedBlock[]): (place: LineRange) => Said {
  const standingOn = indexByLine(blocks);
  const known = new Map<string, Said>();
  return place => {
    const key = `${place.startLine}-${place.endLine}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const there = standingOn(place);
    const said = {
      signals: new Set(there.flatMap(({ signals }) => signals)),
      headedBy: new Set(there.flatMap(({ headedBy }) => [...headedBy])),
    };
    known.set(key, said);
    return said;
  };
}

function isProject(url: string): boolean {
  const bounded = url.slice(0, 300);
  return REPOSITORY.test(bounded) || (FOLDER.test(bounded) && !FILE.test(bounded));
}

/** From the section's heading to the line before the next one that is not below it. */
function spanOf(outline: Outline, section: Section): LineRange {
  const next = outline.sections.slice(section.index + 1).find(({ level }) => level <= section.level);
  return {
    startLine: section.range.startLine,
    endLine: next === undefined ? outline.lineCount : next.range.startLine - 1,
  };
}
