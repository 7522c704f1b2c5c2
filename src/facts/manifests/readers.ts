/** One reader for each manifest format: text in, the names it lists with their 1-based lines out. May throw. */

import { readDockerfile } from './dockerfile.ts';
import type { ManifestFormat } from './manifest-names.ts';
import type { NamedLine } from './named-line.ts';
import { readPackageJson } from './package-json.ts';
import { readRequirements } from './requirements.ts';
import { readSetupCfg, readSetupPy } from './setup-files.ts';
import { readPipfile, readPyproject } from './toml-manifests.ts';
import { readCompose, readConda } from './yaml-manifests.ts';

export type { NamedLine } from './named-line.ts';

export const READERS: Readonly<Record<ManifestFormat, (text: string) => readonly NamedLine[]>> = {
  requirements: readRequirements,
  pyproject: readPyproject,
  conda: readConda,
  'package-json': readPackageJson,
  pipfile: readPipfile,
  'setup-py': readSetupPy,
  'setup-cfg': readSetupCfg,
  dockerfile: readDockerfile,
  compose: readCompose,
};
