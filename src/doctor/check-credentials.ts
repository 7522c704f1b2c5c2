import { ERRORS, type ShowworkError } from '../errors.ts';
import type { InspectedApp } from '../ports.ts';
import { type Finding, ok, problem } from './finding.ts';

const CHECK = 'credentials';

/** What GitHub said when it was asked who we are. */
export function checkCredentials(answer: InspectedApp | ShowworkError): Finding {
  if (!(answer instanceof Error))
    return ok(CHECK, `GitHub knows this app as ${answer.name} (App ID ${answer.id}).`);
  switch (answer.code) {
    case 'GITHUB_UNAUTHORIZED':
      return problem(
        CHECK,
        'GitHub does not take the signature of the app.',
        'Set the clock if it is wrong; else compare APP_ID with the settings page and generate a new private key there.',
      );
    case 'GITHUB_GONE':
      return problem(
        CHECK,
        'GitHub knows no such app.',
        'Compare APP_ID with the settings page of the app, and GITHUB_BASE_URL with where the app is registered.',
      );
    case 'GITHUB_UNAVAILABLE':
      return problem(
        CHECK,
        'GitHub does not answer.',
        'See whether this machine reaches GITHUB_BASE_URL: name, firewall, proxy, certificate.',
      );
    default:
      return problem(
        CHECK,
        `GitHub did not say who this app is (${answer.code}).`,
        ERRORS[answer.code].operator,
      );
  }
}
