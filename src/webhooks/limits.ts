/** What the intake bears from strangers. Each limit is tested at its edge. */

const MEBIBYTE = 1024 * 1024;

/**
 * Largest body that is read. GitHub does not send an event above 25 MB at all (docs: webhook-events-and-payloads), so a
 * smaller limit would lose events that GitHub does send, and a larger one would only serve strangers.
 */
export const MAX_BODY_BYTES = 25 * MEBIBYTE;

/**
 * Bytes of all bodies that are being read at one time. A signature can only be checked at the body's end, so this is
 * what a flood of unsigned bodies can occupy. Ordinary payloads have 10 to 100 kB: a thousand fit side by side.
 */
export const MAX_BUFFERED_BYTES = 4 * MAX_BODY_BYTES;

/** When to come back after `MAX_BUFFERED_BYTES`: by then the bodies of now have arrived or have timed out. */
export const RETRY_AFTER_SECONDS = 10;

/**
 * How long, and how much, a refused sender may go on sending so that it can read the refusal. What it sends is dropped,
 * and whichever ends first closes the socket.
 */
export const LINGER_MS = 2_000;
export const LINGER_BYTES = 2 * MAX_BODY_BYTES;

/** GitHub's delivery ids are UUIDs (36 characters); room for other senders' ids, none for abuse of the store. */
export const DELIVERY_ID = /^[A-Za-z0-9-]{1,64}$/;

/** GitHub's event names: lower case with underscores, the longest has 32 characters. */
export const EVENT_NAME = /^[a-z0-9_]{1,64}$/;
