/** These verdicts now, these with the change of settings: what a pull request that edits them shows. */
import type { Group, Piece } from '../byte-budget.ts';
import type { Markdown } from '../markdown.ts';
import { join, md, tableRow } from '../markdown.ts';
import { quoted, rangeLink, sentence } from '../phrases.ts';
import type { Locate } from '../place.ts';
import { plural } from '../wording.ts';
import type { ReadmeDifference, SettingsDifferences } from './compare-settings.ts';
import { compareSettings } from './compare-settings.ts';
import type { SettingsPreview } from './settings-preview.ts';

const HEADING = '### What your change of the settings would do';

export function previewSection(preview: SettingsPreview, locate: Locate): readonly Piece[] {
  const pieces = preview.kind === 'broken' ? brokenPieces(preview, locate) : readablePieces(preview);
  return [{ open: HEADING, pieces, close: '', separator: '\n\n' }];
}

type Broken = Extract<SettingsPreview, { kind: 'broken' }>;

function brokenPieces({ fileName, problems }: Broken, locate: Locate): readonly Piece[] {
  const items = problems.map(({ line, message, expected }) => {
    const at = rangeLink(fileName, { startLine: line, endLine: line }, locate);
    const hint = expected === '' ? md`` : md` Expected: ${sentence(expected)}.`;
    return md`${at}: ${sentence(message)}${hint}`;
  });
  const count = plural(problems.length, 'a mistake', 'mistakes').replace('1 a', 'a');
  return [
    md`${quoted(fileName)} has ${count}. Merged like this, it would be left aside, and what is in force now would stay.`
      .source,
    list(items),
  ];
}

type Readable = Extract<SettingsPreview, { kind: 'readable' }>;

function readablePieces(preview: Readable): readonly Piece[] {
  const { now, proposed, locked } = preview;
  const differences = compareSettings(now, proposed);
  const { readmes, unchanged, switches } = differences;
  const verdicts = readmes.flatMap(({ path, verdicts: lines }) =>
    lines.map(line => (readmes.length > 1 ? md`${quoted(path)} · ${line}` : md`${line}`)),
  );
  const keys = switches.map(each => md`${quoted(each.key)}: ${quoted(each.now)} → ${quoted(each.proposed)}`);
  const closed = locked.map(({ path }) => quoted(path));
  return [
    opening(preview, differences).source,
    ...(readmes.length === 0 ? [] : [table(readmes)]),
    ...(verdicts.length + keys.length === 0 ? [] : [list([...verdicts, ...keys])]),
    ...(readmes.length === 0 || unchanged === 0
      ? []
      : [`${plural(unchanged, 'README reads', 'READMEs read')} as now.`]),
    ...(closed.length === 0
      ? []
      : [md`Set by the organisation, and not to be changed here: ${join(closed, ', ')}.`.source]),
  ];
}

function opening({ fileName, deleted }: Readable, { readmes, switches }: SettingsDifferences): Markdown {
  const file = quoted(fileName);
  const understood = deleted ? md`This pull request takes ${file} away.` : md`${file} has no mistake.`;
  if (readmes.length === 0 && switches.length === 0) return md`${understood} Nothing would change.`;
  if (readmes.length === 0) return md`${understood} No verdict would change.`;
  return md`${understood} These verdicts now, these with your change:`;
}

function table(readmes: readonly ReadmeDifference[]): Group {
  const rows = readmes.map(({ path, now, proposed }) =>
    tableRow([quoted(path), md`${now ?? 'not read'}`, md`${proposed ?? 'not read'}`]),
  );
  return {
    open: '| README | Now | With your change |\n|---|---|---|',
    pieces: rows,
    close: '',
    separator: '\n',
  };
}

function list(items: readonly Markdown[]): Group {
  return { open: '', pieces: items.map(({ source }) => `- ${source}`), close: '', separator: '\n' };
}
