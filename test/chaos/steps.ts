/** What happens in a run, step by step: what people do, how webhooks travel, and what breaks. Plain data. */
import type { FaultName } from '../simulator/named-faults.ts';

/** How GitHub brings an event. */
export interface Travel {
  /** Sent so often, at the same moment, under one delivery id. */
  readonly copies: number;
  /** Sent so many steps after what it tells of: later events overtake it. */
  readonly delay: number;
  /** GitHub never sends it, and lists no attempt. */
  readonly lost: boolean;
}

/** Repositories, branches, pull requests and processes are named by their place in a list. */
export type Step =
  | { readonly kind: 'push'; readonly repository: number; readonly branch: number; readonly travel: Travel }
  | {
      readonly kind: 'open-pull-request';
      readonly repository: number;
      readonly branch: number;
      readonly travel: Travel;
    }
  | { readonly kind: 'comment'; readonly repository: number; readonly text: string; readonly travel: Travel }
  | { readonly kind: 're-run'; readonly repository: number; readonly travel: Travel }
  | { readonly kind: 'suspend'; readonly owner: number; readonly travel: Travel }
  | { readonly kind: 'unsuspend'; readonly owner: number; readonly travel: Travel }
  | { readonly kind: 'remove-repository'; readonly repository: number; readonly travel: Travel }
  /** Everything GitHub brought before, so many events back, once more. */
  | { readonly kind: 'redeliver'; readonly back: number }
  | {
      readonly kind: 'github-fault';
      readonly fault: FaultName;
      readonly after: number;
      readonly times: number;
    }
  | { readonly kind: 'revoke-key' }
  | { readonly kind: 'restore-key' }
  | { readonly kind: 'kill'; readonly process: number }
  /** The next write to GitHub of any process ends that process: before it is carried out, or after. */
  | { readonly kind: 'kill-at-write'; readonly write: KilledWrite; readonly carriedOut: boolean }
  /** The next webhook that this process takes in is stored, and the process ends before it answers. */
  | { readonly kind: 'kill-before-answer'; readonly process: number }
  | { readonly kind: 'stop'; readonly process: number }
  | { readonly kind: 'start'; readonly process: number }
  | { readonly kind: 'break-database'; readonly how: DatabaseFault }
  | { readonly kind: 'mend-database' }
  /** The clock of one process is set, and its timers do not notice. */
  | { readonly kind: 'set-clock'; readonly process: number; readonly byMs: number }
  /** Time passes, for everybody. */
  | { readonly kind: 'time-passes'; readonly ms: number }
  /** Until so many more requests have reached GitHub, or nothing is left to do. */
  | { readonly kind: 'let-work'; readonly requests: number };

export type DatabaseFault = 'killed' | 'full' | 'read-only';

export const KILLED_WRITES = ['checks/create', 'checks/update', 'issues/create-comment'] as const;
export type KilledWrite = (typeof KILLED_WRITES)[number];
