import type { Repository } from '../../jobs.ts';
import type { KnownSettings, SettingsBlob, TreeEntry } from '../../ports.ts';
import type { Settings, SettingsProblem, SettingsReading } from '../../settings/settings.ts';
import type { Tools } from '../tools.ts';
import { type Looked, type Occasion, ownerSettings, repositorySettings } from './known-settings.ts';
import { isOwnersOwn, readSettingsBlob } from './settings-files.ts';

/** How one settings file stands. While it has a mistake, the last good one is in force, or none. */
export interface FileStanding {
  readonly current: SettingsBlob | null;
  readonly outOfReach: boolean;
  readonly problems: readonly SettingsProblem[];
  readonly inForce: SettingsBlob | null;
}

/** What a repository is reviewed by, and where that comes from. */
export interface InForce {
  readonly settings: Settings;
  readonly organisation: FileStanding;
  readonly repository: FileStanding;
  /** Keys of the repository's file, as it stands, that the organisation has locked. */
  readonly locked: readonly SettingsProblem[];
  /** True in the owner's own repository: its file is the organisation's. */
  readonly forAll: boolean;
}

/** What the settings file of one commit says, where it is not the one in force. */
export interface Proposed {
  readonly file: SettingsBlob | null;
  readonly problems: readonly SettingsProblem[];
  readonly settings: Settings;
  readonly locked: readonly SettingsProblem[];
}

/** What the default branch's and the owner's settings files come to. */
export async function settingsInForce(
  tools: Tools,
  repository: Repository,
  occasion: Occasion,
): Promise<InForce> {
  const own = await repositorySettings(tools, repository, occasion);
  const owners = await ownerSettings(tools, repository, occasion);
  const { problems } = await read(tools, owners.known.current, own.known.current);
  const standing = {
    organisation: standingOf(owners.known, problems.organisation),
    repository: standingOf(own.known, problems.repository),
  };
  await remember(own, standing.repository, known => tools.settings.save(repository, known));
  await remember(owners, standing.organisation, known =>
    tools.settings.saveOwner(repository.installationId, known),
  );
  const { organisation, repository: file } = standing;
  const { settings } = await read(tools, organisation.inForce, file.inForce);
  const { locked } = await read(tools, organisation.inForce, file.current);
  return { settings, ...standing, locked, forAll: isOwnersOwn(repository) };
}

/** What a commit's own settings file, null where it has none, comes to. Null where it is the default branch's as it is now. */
export async function proposedSettings(
  tools: Tools,
  repository: Repository,
  settingsFile: TreeEntry | null,
  inForce: InForce,
): Promise<Proposed | null> {
  const { forAll } = inForce;
  const standing = forAll ? inForce.organisation : inForce.repository;
  if (settingsFile?.sha === standing.current?.sha) return null;
  const file = settingsFile && (await readSettingsBlob(tools, repository, settingsFile));
  const { settings, problems, locked } = forAll
    ? await read(tools, file, null)
    : await read(tools, inForce.organisation.inForce, file);
  return { file, settings, locked, problems: forAll ? problems.organisation : problems.repository };
}

function read(
  { readings }: Tools,
  organisation: SettingsBlob | null,
  repository: SettingsBlob | null,
): Promise<SettingsReading> {
  return readings.read({ organisation, repository });
}

function standingOf(
  { current, lastGood, outOfReach }: KnownSettings,
  problems: readonly SettingsProblem[],
): FileStanding {
  return { current, outOfReach, problems, inForce: problems.length === 0 ? current : lastGood };
}

/** Writes only where the store does not say so already, or the file is good for the first time. */
async function remember(
  { known, remembered }: Looked,
  { inForce }: FileStanding,
  save: (known: KnownSettings) => Promise<void>,
): Promise<void> {
  if (!remembered || known.lastGood?.sha !== inForce?.sha) await save({ ...known, lastGood: inForce });
}
