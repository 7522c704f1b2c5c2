import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** The package is data only: a folder per host, each with an index. */
const FOLDER = dirname(fileURLToPath(import.meta.resolve('@octokit/webhooks-examples/package.json')));

const Example = z.looseObject({ action: z.string().optional() });
const Examples = z.array(z.object({ name: z.string(), examples: z.array(Example) }));

export interface WebhookExample {
  readonly event: string;
  /** `event.action`, or `event` where there is no action. */
  readonly key: string;
  /** Position among the examples with this key, from 0. */
  readonly index: number;
  readonly payload: z.infer<typeof Example>;
}

/** All example payloads of @octokit/webhooks-examples for `api.github.com` or a GitHub Enterprise Server (`ghes-35`). */
export function readWebhookExamples(host: string): readonly WebhookExample[] {
  const path = join(FOLDER, host, 'index.json');
  const counts = new Map<string, number>();
  const all: WebhookExample[] = [];
  for (const { name, examples } of Examples.parse(JSON.parse(readFileSync(path, 'utf8')))) {
    for (const payload of examples) {
      const key = payload.action === undefined ? name : `${name}.${payload.action}`;
      const index = counts.get(key) ?? 0;
      counts.set(key, index + 1);
      all.push({ event: name, key, index, payload });
    }
  }
  return all;
}
