/** Pushes as GitHub sends them, signed, all different: what the intake is measured with. */
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { readWebhookExamples } from '../../../test/helpers/webhook-examples.ts';

/** A push of two or three commits with its repository, sender and organisation. */
export const DELIVERY_BYTES = 20_000;
/** Few enough that some pushes of one moment meet at one target, as those of a busy team do. */
const REPOSITORIES = 1_000;
const INSTALLATIONS = 50;

export interface SignedDelivery {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Made beforehand, so that whoever sends them has nothing to do but send. */
export function makeDeliveries(count: number, secret: string): SignedDelivery[] {
  const example = pushExample();
  return Array.from({ length: count }, (_, number) => {
    const body = Buffer.from(pushBody(example, number));
    const signature = createHmac('sha256', secret).update(body).digest('hex');
    return {
      headers: {
        'content-type': 'application/json',
        'content-length': String(body.length),
        'user-agent': 'GitHub-Hookshot/bench',
        'x-github-delivery': randomUUID(),
        'x-github-event': 'push',
        'x-hub-signature-256': `sha256=${signature}`,
      },
      body,
    };
  });
}

type Payload = ReturnType<typeof readWebhookExamples>[number]['payload'];

function pushExample(): Payload {
  const example = readWebhookExamples('api.github.com').find(({ key }) => key === 'push');
  if (example === undefined) throw new Error('@octokit/webhooks-examples holds no push');
  return example.payload;
}

/** The example, moved to one of the repositories and filled with a commit message up to the size. */
function pushBody(example: Payload, number: number): string {
  const id = 1 + (number % REPOSITORIES);
  const head = randomBytes(20).toString('hex');
  const name = `repository-${id}`;
  const payload = {
    ...example,
    ref: 'refs/heads/main',
    after: head,
    deleted: false,
    installation: { id: 1 + (id % INSTALLATIONS), node_id: 'installation' },
    repository: {
      ...(typeof example['repository'] === 'object' && example['repository']),
      id,
      name,
      full_name: `bench/${name}`,
      owner: { login: 'bench', id: 1 },
      private: false,
      default_branch: 'main',
      pushed_at: 1_700_000_000 + number,
    },
    commits: [{ id: head, message: '' }],
  };
  const missing = DELIVERY_BYTES - Buffer.byteLength(JSON.stringify(payload));
  const message = 'Say what did not work, and why. '.repeat(missing / 32 + 1).slice(0, missing);
  return JSON.stringify({ ...payload, commits: [{ id: head, message }] });
}
