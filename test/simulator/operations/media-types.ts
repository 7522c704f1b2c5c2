/**
 * True where the `Accept` header asks for a file's bytes: `application/vnd.github.raw`, with or without `+json`,
 * and with the old version part. Source: docs.github.com/en/rest/using-the-rest-api/getting-started-with-the-rest-api
 */
export function wantsRaw(headers: Readonly<Record<string, string>>): boolean {
  return /application\/vnd\.github(?:\.v3)?\.raw\b/.test(headers['accept'] ?? '');
}

/** True where it asks for a commit's id alone (docs: rest/commits/commits#get-a-commit, "application/vnd.github.sha"). */
export function wantsSha(headers: Readonly<Record<string, string>>): boolean {
  return /application\/vnd\.github(?:\.v3)?\.sha\b/.test(headers['accept'] ?? '');
}
