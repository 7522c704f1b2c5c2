/** Whether GitHub reached the server lately: only its own record of deliveries tells. */
import type { DeliveryAttempt } from '../ports.ts';
import { type Finding, ok, problem, warning } from './finding.ts';

const CHECK = 'deliveries';

/** What github.com remembers and would send again (docs: redelivering-webhooks). */
export const LOOK_BACK_MS = 3 * 24 * 3_600_000;
/** Reasons that are told one by one. */
const MAX_REASONS = 5;

/** `attempts` of the last three days, newest first. */
export function checkDeliveries(attempts: readonly DeliveryAttempt[]): readonly Finding[] {
  const [newest] = attempts;
  if (newest === undefined) {
    const advice = 'Push to a repository on which the app is installed, and look again.';
    return [warning(CHECK, 'GitHub has sent nothing in the last three days.', advice)];
  }
  const events = new Set(attempts.map(({ guid }) => guid)).size;
  const failed = failedEvents(attempts);
  if (failed.length === 0) return [ok(CHECK, `All ${events} events of the last three days arrived.`)];

  const find = newest.arrived ? warning : problem;
  const reasons = [...Map.groupBy(failed, ({ status }) => status)].sort(
    (one, other) => other[1].length - one[1].length,
  );
  return reasons.slice(0, MAX_REASONS).map(([status, ofReason]) => {
    const [latest] = ofReason;
    const when = latest === undefined ? '' : `, last at ${latest.attemptedAt.toISOString()}`;
    const says = `${ofReason.length} of ${events} events of the last three days did not arrive: ${status}${when}.`;
    return find(CHECK, says, adviceFor(status));
  });
}

/** The newest attempt of each event that none of its attempts brought. */
function failedEvents(attempts: readonly DeliveryAttempt[]): readonly DeliveryAttempt[] {
  const arrived = new Set(attempts.filter(attempt => attempt.arrived).map(({ guid }) => guid));
  const failed = new Map<string, DeliveryAttempt>();
  for (const attempt of attempts) {
    if (!arrived.has(attempt.guid) && !failed.has(attempt.guid)) failed.set(attempt.guid, attempt);
  }
  return [...failed.values()];
}

/** What this server answers and means by it, and what stands before it. */
const BY_STATUS: Readonly<Record<string, string>> = {
  400: 'A proxy in between seems to change requests: let it pass on headers and body as they are.',
  401: 'Compare "Webhook secret" on the settings page with WEBHOOK_SECRET.',
  404: 'Let the path of the webhook URL be /api/github/webhooks, also through the proxy.',
  405: 'Let the path of the webhook URL be /api/github/webhooks, also through the proxy.',
  413: 'A proxy in between limits the size of bodies: let it pass 25 MB.',
  415: 'Set "Content type" to application/json on the settings page.',
  422: 'The payload was not understood: please report it with the response GitHub shows.',
  502: 'The proxy does not reach the server: see whether it runs, and on which HOST and PORT.',
  503: 'The server could not write the event down: its log says why.',
  504: 'The proxy does not reach the server: see whether it runs, and on which HOST and PORT.',
};
const ELSE =
  'See whether the webhook URL is reached from outside: name, firewall, certificate, and that the server runs.';

/** GitHub writes `Invalid HTTP Response: 502`, or in words why it got none. */
function adviceFor(status: string): string {
  const code = /\b[1-5]\d\d\b/.exec(status)?.[0];
  return (code && BY_STATUS[code]) ?? ELSE;
}
