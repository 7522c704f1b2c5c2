import type { InspectedHook } from '../ports.ts';
import { type Finding, ok, problem, warning } from './finding.ts';

const CHECK = 'webhook';
const PAGE = 'on the settings page of the app';

export function checkWebhook(hook: InspectedHook): readonly Finding[] {
  if (hook.url === null) {
    return [
      problem(CHECK, 'The app has no webhook URL.', `Set it ${PAGE}: https://HOST/api/github/webhooks.`),
    ];
  }
  const findings: Finding[] = [];
  if (hook.contentType !== 'json') {
    const says = `Payloads come as ${hook.contentType}, and only JSON is taken in.`;
    findings.push(problem(CHECK, says, `Set "Content type" to application/json ${PAGE}.`));
  }
  if (!hook.hasSecret) {
    const says = 'It has no secret, so nothing that comes is believed.';
    findings.push(problem(CHECK, says, `Set the text of WEBHOOK_SECRET as "Webhook secret" ${PAGE}.`));
  }
  if (!hook.url.startsWith('https://')) {
    const says = 'Payloads travel unencrypted, and they tell of private repositories.';
    findings.push(warning(CHECK, says, `Use a URL that begins with https:// ${PAGE}.`));
  } else if (!hook.checksCertificates) {
    const says = 'GitHub does not check the certificate of the webhook URL.';
    findings.push(warning(CHECK, says, `Enable SSL verification ${PAGE}.`));
  }
  return findings.length > 0 ? findings : [ok(CHECK, `It leads to ${hostOf(hook.url)}, as JSON, signed.`)];
}

/** Without the path: that of a tunnel lets anybody in. */
function hostOf(url: string): string {
  return URL.parse(url)?.host ?? 'a place that is no URL';
}
