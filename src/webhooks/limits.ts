/** What the intake bears from strangers. Each limit is tested at its edge. */

const MEBIBYTE = 1024 * 1024;

/**
 * Largest body that is read. GitHub does not send an event above 25 MB at all (docs: webhook-events-and-payloads), so a
 * smaller limit would lose events that GitHub does send, and a larger one would only serve strangers.
 */
export const MAX_BODY_BYTES = 25 * MEBIBYTE;

/**
 * Bytes of all bodies that are being read at one time. A signature can only be checked at the body's end, so this is
 * what a flood of unsigned bodies can occupy. Ordinary payloads have 10 to 100 kB: as many fit side by side as there may
 * be connections.
 */
export const MAX_BUFFERED_BYTES = 4 * MAX_BODY_BYTES;

/** What a chunk occupies at least, however small: Node 24 was measured to hold 440 bytes for a chunk of one. */
export const MIN_CHUNK_BYTES = 512;

/**
 * Chunks of a body beside one for every `MIN_CHUNK_BYTES` of it. A chunk is microseconds of work, however small, so that a
 * line of two megabytes a second in chunks of one byte occupied a processor; networks deliver 536 bytes at a time or more
 * (RFC 9293, 3.7.1), and proxies put kilobytes into a chunk.
 */
export const MAX_CHUNKS_BESIDE = 1_000;

/** When to come back after `MAX_BUFFERED_BYTES`: by then the bodies of now have arrived or have timed out. */
export const RETRY_AFTER_SECONDS = 10;

/** GitHub's delivery ids are UUIDs (36 characters); room for other senders' ids, none for abuse of the store. */
export const DELIVERY_ID = /^[A-Za-z0-9-]{1,64}$/;

/** GitHub's event names: lower case with underscores, the longest has 32 characters. */
export const EVENT_NAME = /^[a-z0-9_]{1,64}$/;
