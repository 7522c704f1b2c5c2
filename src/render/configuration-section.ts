/** What a check run says of the settings: a sentence for each thing to mend, and folded where they come from. */
import type { Piece } from './byte-budget.ts';
import type { BrokenFile, ConfigurationView, SettingsLayer } from './configuration-view.ts';
import { folded } from './evidence-details.ts';
import { html } from './html.ts';
import type { Markdown } from './markdown.ts';
import { join, md } from './markdown.ts';
import { quoted, rangeLink, sentence, shortSha } from './phrases.ts';
import type { CommitPlace } from './place.ts';
import { locateAt } from './place.ts';
import { plural } from './wording.ts';

type Broken = Extract<SettingsLayer, { kind: 'broken' }>;

/** What to mend, and what is in force meanwhile; nothing where all is well. */
export function configurationSentences(view: ConfigurationView, place: CommitPlace): readonly Piece[] {
  const { organisation, repository, problemsHere, unmatched } = view;
  const said: Markdown[] = [];
  if (problemsHere !== null) said.push(mistakeHere(problemsHere, repository, place));
  else if (repository.kind === 'broken') said.push(mistakeElsewhere(repository, 'On the default branch, '));
  if (organisation.kind === 'broken') said.push(mistakeElsewhere(organisation, 'Beyond this repository, '));
  if (unmatched.length > 0) {
    const paths = join(unmatched.map(quoted), ', ');
    said.push(md`The settings name ${paths}, and no README is there at this commit.`);
  }
  return said.map(({ source }) => source);
}

function mistakeHere(file: BrokenFile, standing: SettingsLayer, place: CommitPlace): Markdown {
  const [{ line }] = file.problems;
  const at = rangeLink(file.fileName, { startLine: line, endLine: line }, locateAt(place));
  return md`${mistakes(file, at)} ${meanwhile(standing)}`;
}

function mistakeElsewhere(file: Broken, where: string): Markdown {
  return md`${where}${mistakes(file, md`line ${file.problems[0].line}`)} ${meanwhile(file)}`;
}

function mistakes({ fileName, problems }: BrokenFile, at: Markdown): Markdown {
  const [{ message }, ...others] = problems;
  const more =
    others.length === 0 ? '' : ` There is more to mend in ${plural(others.length, 'place', 'places')}.`;
  return md`**${quoted(fileName)} has a mistake in ${at}:** ${sentence(message)}${more}`;
}

function meanwhile(layer: SettingsLayer): Markdown {
  if (layer.kind === 'read') return md`What the default branch has (${shortSha(layer.sha)}) stays in force.`;
  if (layer.kind === 'broken' && layer.inForce !== null)
    return md`Until it is mended, the version before (${shortSha(layer.inForce)}) stays in force.`;
  return md`Until it is mended, the defaults are in force.`;
}

/** Where the settings come from, folded. */
export function settingsFold(view: ConfigurationView, { owner }: CommitPlace): Piece {
  const { repository, organisation, locked } = view;
  const own = inForce(repository) ?? md`the defaults`;
  const keys = join(
    locked.map(({ path }) => quoted(path)),
    ', ',
  );
  const lines = [
    md`Settings: ${own}${fromOrganisation(organisation, owner)}.`,
    ...(locked.length === 0 ? [] : [md`Set by the organisation, and not to be changed here: ${keys}.`]),
  ];
  return folded(
    html`Where the settings come from`,
    lines.map(({ source }) => source),
  );
}

function fromOrganisation(layer: SettingsLayer, owner: string): Markdown {
  if (layer.kind === 'absent') return md``;
  if (layer.kind === 'out-of-reach')
    return md`; ${quoted(`${owner}/.github`)} is not there or out of this app’s reach`;
  const from = inForce(layer);
  return from === null ? md`; nothing from the organisation` : md`, organisation defaults from ${from}`;
}

/** Null where nothing of that layer is in force. */
function inForce(layer: SettingsLayer): Markdown | null {
  if (layer.kind === 'read') return md`${quoted(layer.fileName)} at ${shortSha(layer.sha)}`;
  if (layer.kind !== 'broken' || layer.inForce === null) return null;
  return md`${quoted(layer.fileName)} at ${shortSha(layer.inForce)}, the last version without a mistake`;
}
