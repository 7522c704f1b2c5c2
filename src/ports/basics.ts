/** What every room may need of the world. */

export interface Clock {
  now(): Date;
}

/** Rings once at that time or a little later, or earlier where it is very far away. Answers how to call it off. */
export type SetAlarm = (at: Date, ring: () => void) => () => void;

/** Structured logging: ids and codes only, never README text, secrets or payloads. */
export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
