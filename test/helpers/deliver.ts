import { sign } from '@octokit/webhooks-methods';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

interface DeliveryRequest {
  readonly url: string;
  readonly secret: string;
  readonly id: string;
  readonly event: string;
  readonly payload: unknown;
  /** Added to GitHub's headers, or in place of them; undefined leaves one out. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** The headers GitHub sends with a payload, signed with the secret. */
async function signedHeaders(
  secret: string,
  id: string,
  event: string,
  body: string,
): Promise<Record<string, string>> {
  return {
    'content-type': 'application/json',
    'user-agent': 'GitHub-Hookshot/test',
    'x-github-delivery': id,
    'x-github-event': event,
    'x-hub-signature-256': await sign(secret, body),
  };
}

/** Sends a webhook as GitHub does and answers what the server said; `payload` may be raw text. */
export async function deliver(request: DeliveryRequest): Promise<Answer> {
  const { payload } = request;
  const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
  const headers = new Headers(await signedHeaders(request.secret, request.id, request.event, body));
  for (const [name, value] of Object.entries(request.headers ?? {})) {
    if (value === undefined) headers.delete(name);
    else headers.set(name, value);
  }
  const response = await fetch(request.url, { method: 'POST', headers, body });
  return { status: response.status, body: await readBody(response) };
}

async function readBody(response: Response): Promise<unknown> {
  const isJson = response.headers.get('content-type')?.startsWith('application/json');
  return isJson ? response.json() : response.text();
}
