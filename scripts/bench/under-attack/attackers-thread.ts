/** The attackers, in a thread of their own: who measures does not wait for them. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { attack } from './attacks.ts';

const { port } = z.object({ port: z.int() }).parse(workerData);
attack(port);
parentPort?.postMessage('begun');
