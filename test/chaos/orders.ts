/** What a server process is told while it runs. */
export type Order =
  /** So much time passes: its clock is later, and what was to happen until then happens now. */
  | { readonly kind: 'time-passes'; readonly ms: number }
  /** Its clock is set, and its timers go on as if nothing had happened. */
  | { readonly kind: 'set-clock'; readonly ms: number }
  /** It ends when it has stored the next webhook, before it answers. */
  | { readonly kind: 'end-before-answer' }
  /** What its embedded database meets from now on. */
  | { readonly kind: 'disk'; readonly state: DiskState };

export type DiskState = 'full' | 'read-only' | 'well';

/** Names the process in each of its requests to GitHub. */
export const PROCESS_HEADER = 'x-chaos-process';
