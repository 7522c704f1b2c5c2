import { MAX_BODY_BYTES } from './limits.ts';

/** Why a request is not taken in, in words for the person who reads GitHub's list of recent deliveries. */
export interface Refusal {
  readonly status: number;
  /** Stable; for programs. */
  readonly error: string;
  /** What is wrong and what to do. */
  readonly message: string;
}

export const METHOD_NOT_ALLOWED: Refusal = {
  status: 405,
  error: 'method-not-allowed',
  message: 'This address takes webhooks only. Send a POST.',
};

export const FORM_ENCODED: Refusal = {
  status: 415,
  error: 'form-encoded',
  message:
    'The payload is form-encoded. In the webhook settings of the GitHub App set "Content type" to application/json.',
};

export const NOT_JSON: Refusal = {
  status: 415,
  error: 'not-json',
  message:
    'The header Content-Type is not application/json. In the webhook settings set "Content type" to application/json.',
};

export const ENCODED: Refusal = {
  status: 415,
  error: 'encoded',
  message:
    'The body has a Content-Encoding. GitHub sends bodies as they are: turn off compression in the proxy in between.',
};

export const NO_EVENT: Refusal = {
  status: 400,
  error: 'no-event',
  message: 'The header X-GitHub-Event is missing or is no event name. A proxy in between must pass it on.',
};

export const NO_DELIVERY: Refusal = {
  status: 400,
  error: 'no-delivery',
  message:
    'The header X-GitHub-Delivery is missing or is no delivery id. A proxy in between must pass it on.',
};

export const NO_SIGNATURE: Refusal = {
  status: 401,
  error: 'no-signature',
  message:
    'The header X-Hub-Signature-256 is missing or malformed. In the webhook settings set a secret, the same as WEBHOOK_SECRET.',
};

export const BAD_SIGNATURE: Refusal = {
  status: 401,
  error: 'bad-signature',
  message:
    'The signature does not match the body. Compare the secret in the webhook settings with WEBHOOK_SECRET; a proxy in between must not change the body.',
};

export const EMPTY: Refusal = {
  status: 400,
  error: 'empty',
  message: 'The request has no body. Send the payload as JSON.',
};

export const TOO_LARGE: Refusal = {
  status: 413,
  error: 'too-large',
  message: `The body has more than ${MAX_BODY_BYTES} bytes. GitHub sends no event of that size.`,
};

export const CRUMBS: Refusal = {
  status: 400,
  error: 'crumbs',
  message: 'The body comes in too many small chunks. Send it with a Content-Length, as GitHub does.',
};

export const INCOMPLETE: Refusal = {
  status: 400,
  error: 'incomplete',
  message: 'The request ended before its body was complete. Send it again.',
};

export const BAD_JSON: Refusal = {
  status: 400,
  error: 'bad-json',
  message: 'The body is signed but is not JSON. Send the payload as one JSON object in UTF-8.',
};

export const BUSY: Refusal = {
  status: 503,
  error: 'busy',
  message: 'Too many bodies are being received at once. Send it again later.',
};

export const STORE_UNAVAILABLE: Refusal = {
  status: 503,
  error: 'store-unavailable',
  message: 'The event could not be written down. Redeliver it; the log of the server has the cause.',
};

/** A signed payload of an event that is acted on, which lacks what GitHub documents. */
export function unreadable(problem: string): Refusal {
  return {
    status: 422,
    error: 'unreadable',
    message: `The payload is not what GitHub documents for this event: ${problem}. Please report it.`,
  };
}
