/** What a thread that reads a stranger's text is given. */

/**
 * The backstop behind the cost estimate, which accepts what takes a fifth of this (DESIGN: untrusted input).
 * Milliseconds of work, waiting not counted.
 */
export const TIME_LIMIT_MS = 5_000;
/** The dearest READMEs that are accepted need between 100 and 200 MB, the tables of a thread included. */
export const HEAP_LIMIT_MB = 256;
