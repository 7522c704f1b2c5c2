import type { CommandDescription } from '../description.ts';
import { accept } from './accept.ts';
import { as } from './as.ts';
import { config } from './config.ts';
import { explain } from './explain.ts';
import { help } from './help.ts';
import { review } from './review.ts';
import { withdraw } from './withdraw.ts';

/** Every command, in the order in which help lists them. */
export const COMMANDS: readonly CommandDescription[] = [review, help, explain, as, accept, withdraw, config];
