import { OrganisationFile, RepositoryFile } from '../../src/settings/settings-file.ts';
import { schemaOf } from './schema.ts';

/** The JSON Schema by which editors check and complete a repository's `.github/showwork.yml`. */
export function settingsSchema(): string {
  return schemaOf(RepositoryFile);
}

/** The same for the file of an organisation. */
export function organisationSettingsSchema(): string {
  return schemaOf(OrganisationFile);
}
