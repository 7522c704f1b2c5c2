/** What goes back over HTTP: bytes as they are, anything else as JSON. */
export interface Answer {
  readonly status: number;
  readonly body: object | Uint8Array | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent in pieces, with so many milliseconds between them; at once where absent. */
  readonly drip?: number;
}

const DOCUMENTATION = 'https://docs.github.com/rest';

/** Thrown by rules and handlers: GitHub's way of saying no. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly details: object;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, message: string, details: object = {}, headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.details = details;
    this.headers = headers;
  }
}

export function ok(body: object): Answer {
  return { status: 200, body };
}

export function created(body: object): Answer {
  return { status: 201, body };
}

export function noContent(): Answer {
  return { status: 204, body: null };
}

/** GitHub says 404 also where a token must not learn that something exists. */
export function notFound(): Refusal {
  return new Refusal(404, 'Not Found');
}

/** docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api: "Resource not accessible". */
export function notAccessible(accepted: string): Refusal {
  const headers = { 'x-accepted-github-permissions': accepted };
  return new Refusal(403, 'Resource not accessible by integration', {}, headers);
}

/** The body breaks the description: wrong type, too many items, an unknown field. */
export function invalidRequest(problems: readonly string[]): Refusal {
  return new Refusal(422, `Invalid request.\n\n${problems.join('\n')}`);
}

/** The body is well-formed and refused all the same. Shape: rest/using-the-rest-api/troubleshooting-the-rest-api. */
export function validationFailed(resource: string, field: string, message: string): Refusal {
  return new Refusal(422, 'Validation Failed', { errors: [{ resource, field, code: 'custom', message }] });
}

export function refusalAnswer(refusal: Refusal): Answer {
  const { status, message, details, headers } = refusal;
  const body = { message, ...details, documentation_url: DOCUMENTATION, status: String(status) };
  return { status, body, headers };
}
