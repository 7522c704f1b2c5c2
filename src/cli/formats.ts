/** What `showwork review` can write (`output.ts`). */
export const FORMATS = ['terminal', 'json', 'jsonl', 'markdown', 'sarif', 'github'] as const;
export type Format = (typeof FORMATS)[number];
