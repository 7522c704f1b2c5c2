import type { StoodReadme } from './delta.ts';

export interface MatchedReadmes {
  /** Every README of the later review, in its order, with the one that it was before; null where it is new. */
  readonly pairs: readonly { readonly before: StoodReadme | null; readonly after: StoodReadme }[];
  /** READMEs that are gone, in the order of the earlier review. */
  readonly removed: readonly StoodReadme[];
}

/**
 * Which README is which: the one at the same path, else one of the same bytes (moved), else the only one that is new
 * where only one is gone (renamed and edited).
 */
export function matchReadmes(before: readonly StoodReadme[], after: readonly StoodReadme[]): MatchedReadmes {
  const open = new Set(before);
  const matches = new Map<StoodReadme, StoodReadme>();
  const match = (isSame: (was: StoodReadme, is: StoodReadme) => boolean): void => {
    for (const is of after.filter(readme => !matches.has(readme))) {
      const was = [...open].find(candidate => isSame(candidate, is));
      if (was === undefined) continue;
      open.delete(was);
      matches.set(is, was);
    }
  };
  match((was, is) => was.path === is.path);
  match((was, is) => was.sha === is.sha);
  if (open.size === 1 && after.length - matches.size === 1) match(() => true);
  return {
    pairs: after.map(readme => ({ before: matches.get(readme) ?? null, after: readme })),
    removed: [...open],
  };
}
