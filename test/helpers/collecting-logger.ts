import type { Logger } from '../../src/ports.ts';

export interface CollectingLogger extends Logger {
  readonly lines: readonly { readonly level: string; readonly fields: object; readonly message: string }[];
}

/** A logger whose lines a test can read. */
export function createCollectingLogger(): CollectingLogger {
  const lines: { level: string; fields: object; message: string }[] = [];
  const at = (level: string) => (fields: object, message: string) => {
    lines.push({ level, fields, message });
  };
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
