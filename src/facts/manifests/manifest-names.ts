/** The manifest formats that are understood, told apart by file name. */
export type ManifestFormat =
  | 'requirements'
  | 'pyproject'
  | 'conda'
  | 'package-json'
  | 'pipfile'
  | 'setup-py'
  | 'setup-cfg'
  | 'dockerfile'
  | 'compose';

const FORMATS: readonly (readonly [RegExp, ManifestFormat])[] = [
  [/^(?:requirements[\w.-]*|[\w-]+[-_.]requirements)\.(?:txt|in)$/i, 'requirements'],
  [/^pyproject\.toml$/i, 'pyproject'],
  [/^(?:environment|conda)[\w.-]*\.ya?ml$/i, 'conda'],
  [/^package\.json$/i, 'package-json'],
  [/^pipfile$/i, 'pipfile'],
  [/^setup\.py$/i, 'setup-py'],
  [/^setup\.cfg$/i, 'setup-cfg'],
  [/^(?:dockerfile[\w.-]*|[\w-]+\.dockerfile)$/i, 'dockerfile'],
  [/^(?:docker-)?compose[\w.-]*\.ya?ml$/i, 'compose'],
];

/** The format of the manifest at a path, or null where the name is none of a manifest's. */
export function manifestFormat(path: string): ManifestFormat | null {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name.length > 100) return null;
  for (const [pattern, format] of FORMATS) if (pattern.test(name)) return format;
  return null;
}

export function isManifest(path: string): boolean {
  return manifestFormat(path) !== null;
}
