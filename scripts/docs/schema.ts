import { z } from 'zod';

/** The JSON Schema of what a person may write, for editors. */
export function schemaOf(type: z.ZodType): string {
  return `${JSON.stringify(z.toJSONSchema(type, { io: 'input' }), null, 2)}\n`;
}
