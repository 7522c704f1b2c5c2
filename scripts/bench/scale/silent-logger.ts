import pino from 'pino';

/** For stores that the bench opens itself: what they say is not what is measured. */
export const silentLogger = pino({ level: 'silent' });
