/** The intake in a process of its own, so that a test can see what strangers cost it. */
import { MAX_BODY_BYTES } from '../../src/webhooks/limits.ts';
import { startIntake } from './start-intake.ts';

const intake = await startIntake();

/** Peak of the resident memory since the start, in bytes. */
function peakMemory(): number {
  return process.resourceUsage().maxRSS * 1024;
}

process.on('message', () => {
  process.send?.({ peakMemory: peakMemory(), stored: intake.store.deliveries.length });
});
process.send?.({ url: intake.url, maxBodyBytes: MAX_BODY_BYTES });
