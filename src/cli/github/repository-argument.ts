/** A repository on GitHub, as it is named on the command line. */
export interface RepositoryArgument {
  readonly owner: string;
  readonly name: string;
  /** A branch, a tag or a commit; null for the default branch. */
  readonly ref: string | null;
  readonly written: string;
}

/** GitHub's own rules for logins and names (docs: account names; "repository name" in rest/repos/repos#create-…). */
const ARGUMENT = /^(?<owner>[A-Za-z0-9][A-Za-z0-9-]{0,38})\/(?<name>[A-Za-z0-9._-]{1,100})(?:@(?<ref>.+))?$/s;
/** Steps of a path, and no names. */
const STEPS = ['.', '..'];

/** `owner/name` or `owner/name@ref`; null where it is neither. */
export function parseRepositoryArgument(written: string): RepositoryArgument | null {
  const { owner = '', name = '', ref = null } = ARGUMENT.exec(written)?.groups ?? {};
  return owner === '' || STEPS.includes(name) ? null : { owner, name, ref, written };
}
