import { z } from 'zod';

const AnnotationBody = z.object({
  path: z.string(),
  start_line: z.number(),
  end_line: z.number(),
  start_column: z.number().optional(),
  end_column: z.number().optional(),
  annotation_level: z.string(),
  title: z.string().optional(),
  message: z.string(),
  raw_details: z.string().optional(),
});
export type AnnotationBody = z.infer<typeof AnnotationBody>;

/** What a check run's POST and PATCH carry; GitHub's description has been held against it before. */
export const CheckRunBody = z.object({
  name: z.string().optional(),
  head_sha: z.string().optional(),
  details_url: z.string().optional(),
  external_id: z.string().optional(),
  status: z.string().optional(),
  conclusion: z.string().optional(),
  started_at: z.string().optional(),
  completed_at: z.string().optional(),
  output: z
    .object({
      title: z.string().optional(),
      summary: z.string(),
      text: z.string().optional(),
      annotations: z.array(AnnotationBody).optional(),
    })
    .optional(),
  actions: z
    .array(z.object({ label: z.string(), description: z.string(), identifier: z.string() }))
    .optional(),
});
export type CheckRunBody = z.infer<typeof CheckRunBody>;
