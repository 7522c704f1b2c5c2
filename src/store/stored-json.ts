/** Rows outlive deploys: what is read back is checked before it is believed. */
import type { z } from 'zod';
import { ShowworkError } from '../errors.ts';

/** The value of a JSON column, or null where it is not JSON or has another shape. */
export function readJson<Value>(schema: z.ZodType<Value>, text: string): Value | null {
  const parsed = schema.safeParse(parseJson(text));
  return parsed.success ? parsed.data : null;
}

/** As `readJson`, but fails with PAYLOAD_INVALID; `what` names the row, never its content. */
export function requireJson<Value>(schema: z.ZodType<Value>, text: string, what: string): Value {
  return requireShape(schema, parseJson(text), what);
}

/** The value itself; fails with PAYLOAD_INVALID where it has another shape. */
export function requireShape<Value>(schema: z.ZodType<Value>, value: unknown, what: string): Value {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new ShowworkError('PAYLOAD_INVALID', `${what} does not match its schema`);
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
