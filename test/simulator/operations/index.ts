import type { Operation } from '../operation.ts';
import { appOperations } from './apps.ts';
import { checkRunOperations } from './check-runs.ts';
import { gitOperations } from './git.ts';

/** Every endpoint that the simulator answers. */
export const operations: readonly Operation[] = [...appOperations, ...gitOperations, ...checkRunOperations];
