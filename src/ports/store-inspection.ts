/** What can be said of a database from outside, beside a server that works on it or without one. */
export type StoreInspection =
  /** The server makes it when it starts. */
  | { readonly kind: 'absent' }
  /** `reason`: without a full stop. */
  | { readonly kind: 'unusable'; readonly reason: string }
  | {
      readonly kind: 'usable';
      /** Why it takes no writes, without a full stop; null where it does. */
      readonly refusesWrites: string | null;
      /** Migrations of this version that it does not have yet. */
      readonly pending: readonly string[];
      /** Migrations that this version does not know. */
      readonly unknown: readonly string[];
      /** False where this version must not work on it, because a newer one changed what it relies on. */
      readonly mayWork: boolean;
      /** How many jobs were given up and not tried again. */
      readonly deadLetters: number;
    };
