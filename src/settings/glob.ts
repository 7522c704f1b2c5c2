/**
 * The globs of settings files: `?` is one character, `*` any number of them, `**` any number of folders. Strangers
 * write them and the server matches them, so that the syntax is kept to what takes time in proportion to the text:
 * a part between two slashes has one way at most to match, and only one `**` may be tried at several places.
 */
import picomatch from 'picomatch';
import { z } from 'zod';

/** Characters. */
export const MAX_GLOB_LENGTH = 200;
/** Wildcards in one glob, of every kind. */
export const MAX_WILDCARDS = 8;
/** A longer name is matched by no glob: GitHub's branches and the paths of a project are shorter. Characters. */
export const MAX_MATCHED_LENGTH = 300;

const WILDCARD = /\*\*|[*?]/g;
/** What picomatch reads as more than itself beside the wildcards. */
const UNSUPPORTED = /[[\]{}()|"\\]/;

const OPTIONS: picomatch.PicomatchOptions = {
  dot: true,
  nobrace: true,
  nobracket: true,
  noextglob: true,
  nonegate: true,
  windows: false,
};

/** A name, or a glob that is cheap to match whatever it is matched with; in front may stand the `!` of a list of branches. */
export const Glob = z
  .string()
  .min(1)
  .max(MAX_GLOB_LENGTH)
  .refine(text => !isGlob(text) || !UNSUPPORTED.test(text), {
    error: 'a glob of `*`, `?` and `**`; for alternatives, an entry each',
  })
  .refine(text => (text.match(WILDCARD) ?? []).length <= MAX_WILDCARDS, {
    error: `a glob with at most ${MAX_WILDCARDS} wildcards`,
  })
  .refine(text => text.replace(/^!/, '').split('/').every(isSimplePart), {
    error: 'a glob with one `*` between two slashes, or `**` alone between them',
  })
  .refine(text => text.split('**').length <= 2, { error: 'a glob with one `**`' });

function isSimplePart(part: string): boolean {
  return part === '**' || part.split('*').length <= 2;
}

/** True for what stands for several names. */
export function isGlob(text: string): boolean {
  return /[*?]/.test(text);
}

/** Asks whether a name is one of those a glob stands for; a name stands for itself. */
export function globMatcher(glob: string): (name: string) => boolean {
  if (!isGlob(glob)) return name => name === glob;
  const matches = picomatch(glob, OPTIONS);
  return name => name.length <= MAX_MATCHED_LENGTH && matches(name);
}
