/** What another version of the settings changes, in plain words. */
import type { CriterionResult, Report } from '../../review/report.ts';
import type { Settings } from '../../settings/settings.ts';
import { countedCriteria, isJudgedByCriteria, standingOf } from '../standing.ts';
import { standingWords } from '../title.ts';
import { projectTypeWords, verdictWords } from '../wording.ts';
import type { SettingsOutcome } from './settings-preview.ts';

/** One README under both; null where it is not read. */
export interface ReadmeDifference {
  readonly path: string;
  readonly now: string | null;
  readonly proposed: string | null;
  /** Such as `What did not work: ○ missing → ◉ accepted (read as missing)`. */
  readonly verdicts: readonly string[];
}

export interface SettingsDifferences {
  /** READMEs that would read differently, in the order of the proposed settings; the dropped ones last. */
  readonly readmes: readonly ReadmeDifference[];
  /** READMEs that would read as they do. */
  readonly unchanged: number;
  /** A key, and what it is now and would be. */
  readonly switches: readonly { readonly key: string; readonly now: string; readonly proposed: string }[];
}

export function compareSettings(now: SettingsOutcome, proposed: SettingsOutcome): SettingsDifferences {
  const paths = new Set([...proposed.reports, ...now.reports].map(({ readme }) => readme.path));
  const all = [...paths].map(path => compareReadme(path, find(now, path), find(proposed, path)));
  const readmes = all.filter(
    ({ now: before, proposed: after, verdicts }) => before !== after || verdicts.length > 0,
  );
  return {
    readmes,
    unchanged: all.length - readmes.length,
    switches: compareSwitches(now.settings, proposed.settings),
  };
}

function find({ reports }: SettingsOutcome, path: string): Report | undefined {
  return reports.find(({ readme }) => readme.path === path);
}

function compareReadme(
  path: string,
  now: Report | undefined,
  proposed: Report | undefined,
): ReadmeDifference {
  const verdicts = now === undefined || proposed === undefined ? [] : compareVerdicts(now, proposed);
  return { path, now: summaryOf(now), proposed: summaryOf(proposed), verdicts };
}

function summaryOf(report: Report | undefined): string | null {
  if (report === undefined) return null;
  return `${projectTypeWords(report.projectType.id)} · ${standingWords(standingOf(report))}`;
}

/** Criterion by criterion; none where one side is not judged by criteria. */
function compareVerdicts(now: Report, proposed: Report): readonly string[] {
  if (![now, proposed].map(standingOf).every(isJudgedByCriteria)) return [];
  const counted = new Set(countedCriteria(proposed));
  const changed = proposed.criteria.flatMap(criterion => {
    const before = now.criteria.find(({ id }) => id === criterion.id);
    const [was, is] = [before === undefined ? 'not read' : words(before), words(criterion)];
    return was === is
      ? []
      : [`${criterion.title}: ${was} → ${is}${counted.has(criterion) ? '' : ' (not counted)'}`];
  });
  const ids = new Set(proposed.criteria.map(({ id }) => id));
  const dropped = now.criteria.filter(({ id }) => !ids.has(id));
  return [...changed, ...dropped.map(criterion => `${criterion.title}: ${words(criterion)} → not read`)];
}

function words(criterion: CriterionResult): string {
  const { icon, word } = verdictWords(criterion);
  return `${icon} ${word}`;
}

/** Keys that change what the app does and no verdict. */
const SWITCHES = ['enabled', 'enforce', 'comments', 'dashboard'] as const;

function compareSwitches(now: Settings, proposed: Settings): SettingsDifferences['switches'] {
  const onOff = SWITCHES.map(key => ({ key, now: String(now[key]), proposed: String(proposed[key]) }));
  const branches = { key: 'branches', now: now.branches.join(', '), proposed: proposed.branches.join(', ') };
  return [...onOff, branches].filter(each => each.now !== each.proposed);
}
