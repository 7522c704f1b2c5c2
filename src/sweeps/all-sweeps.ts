import { pruning } from './pruning.ts';
import { reconciliation } from './reconciliation.ts';
import { redelivery } from './redelivery.ts';
import { stuckChecks } from './stuck-checks.ts';
import type { Sweep } from './sweep.ts';

export const SWEEPS: readonly Sweep[] = [redelivery, reconciliation, stuckChecks, pruning];
