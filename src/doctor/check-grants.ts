/** Whether the app asks for what app.yml names, and whether its installations grant it. */
import type { Grants, InspectedApp, InspectedInstallation } from '../ports.ts';
import { type Finding, listed, ok, problem, warning } from './finding.ts';

const LEVELS = ['read', 'write', 'admin'];

/** Permissions as `checks: write`, events by name. */
function missing(wanted: Grants, granted: Grants): readonly string[] {
  const permissions = Object.entries(wanted.permissions).flatMap(([name, level]) =>
    LEVELS.indexOf(granted.permissions[name] ?? '') < LEVELS.indexOf(level) ? [`${name}: ${level}`] : [],
  );
  return [...permissions, ...wanted.events.filter(event => !granted.events.includes(event))];
}

export function checkApp(app: InspectedApp, wanted: Grants): readonly Finding[] {
  const findings: Finding[] = [];
  const lacking = missing(wanted, app);
  if (lacking.length > 0) {
    const says = `The app does not ask for ${listed(lacking)}, which app.yml names.`;
    findings.push(
      problem(
        'permissions',
        says,
        'Add it under "Permissions & events" on the settings page, then let owners approve it.',
      ),
    );
  }
  const needless = Object.keys(app.permissions).filter(name => wanted.permissions[name] === undefined);
  if (needless.length > 0) {
    const says = `The app asks for ${listed(needless)} as well, which it never uses.`;
    findings.push(
      warning(
        'permissions',
        says,
        'Take it away on the settings page: the less an app may, the less can go wrong.',
      ),
    );
  }
  return findings.length > 0 ? findings : [ok('permissions', 'The app asks for what app.yml names.')];
}

/** What the app asks for holds where the owner has approved it. */
export function checkInstallations(
  installations: readonly InspectedInstallation[],
  wanted: Grants,
): readonly Finding[] {
  if (installations.length === 0) {
    return [
      warning('installations', 'The app is installed nowhere.', 'Install it on a repository from its page.'),
    ];
  }
  const findings: Finding[] = [];
  const waiting = installations.filter(one => missing(wanted, one).length > 0);
  if (waiting.length > 0) {
    const lacking = [...new Set(waiting.flatMap(one => missing(wanted, one)))];
    const says = `${listed(waiting.map(nameOf))} did not approve ${listed(lacking)}.`;
    const advice =
      'Ask them to accept the new permissions under Settings, Applications; their reviews fail until then.';
    findings.push(warning('installations', says, advice));
  }
  const suspended = installations.filter(one => one.suspended);
  if (suspended.length > 0) {
    const says = `${listed(suspended.map(nameOf))} suspended the app.`;
    findings.push(
      warning('installations', says, 'Nothing to do here: their reviews wait until they let it work again.'),
    );
  }
  const count = installations.length;
  return findings.length > 0
    ? findings
    : [ok('installations', `${count} of ${count} approved what the app asks for.`)];
}

function nameOf({ account, id }: InspectedInstallation): string {
  return account ?? `installation ${id}`;
}
