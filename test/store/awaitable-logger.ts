import { EventEmitter, on } from 'node:events';
import { type CollectingLogger, createCollectingLogger } from '../helpers/collecting-logger.ts';

export interface AwaitableLogger extends CollectingLogger {
  /** Resolves with the next error that is logged and reads so. */
  next(message: RegExp): Promise<void>;
}

export function createAwaitableLogger(): AwaitableLogger {
  const collecting = createCollectingLogger();
  const errors = new EventEmitter();
  return {
    ...collecting,
    error: (fields, message) => {
      collecting.error(fields, message);
      errors.emit('error-line', message);
    },
    next: async wanted => {
      for await (const [message] of on(errors, 'error-line')) if (wanted.test(String(message))) return;
    },
  };
}
