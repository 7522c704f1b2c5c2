/** Every check of a deployment, in the order in which things build on each other. */
import { asShowworkError, ERRORS } from '../errors.ts';
import type {
  AppInspection,
  Clock,
  DeliveryAttempt,
  Grants,
  InspectedInstallation,
  StoreInspection,
} from '../ports.ts';
import { checkClock } from './check-clock.ts';
import { checkCredentials } from './check-credentials.ts';
import { checkDeliveries, LOOK_BACK_MS } from './check-deliveries.ts';
import { checkEnterprise } from './check-enterprise.ts';
import { checkApp, checkInstallations } from './check-grants.ts';
import { checkStore } from './check-store.ts';
import { checkWebhook } from './check-webhook.ts';
import { type Finding, problem } from './finding.ts';

export interface Deployment {
  readonly github: AppInspection;
  /** What app.yml asks for. */
  readonly wanted: Grants;
  readonly inspectStore: () => Promise<StoreInspection>;
  readonly checkFolder: () => Promise<readonly Finding[]>;
  readonly clock: Clock;
}

/** Never rejects for what it finds. Asks GitHub about seven requests, more where there are hundreds of anything. */
export async function examineDeployment(deployment: Deployment): Promise<readonly Finding[]> {
  return [
    ...(await examineGitHub(deployment)),
    ...checkStore(await deployment.inspectStore()),
    ...(await guarded('data-folder', deployment.checkFolder)),
  ];
}

async function examineGitHub({ github, wanted, clock }: Deployment): Promise<readonly Finding[]> {
  const app = await github.readApp().catch(asShowworkError);
  const clockFinding = checkClock(github.server());
  const versionFinding = checkEnterprise(github.server());
  const known = [checkCredentials(app), clockFinding, versionFinding].filter(finding => finding !== null);
  if (app instanceof Error) return known;
  return [
    ...known,
    ...checkApp(app, wanted),
    ...(await guarded('installations', async () =>
      checkInstallations(await allInstallations(github), wanted),
    )),
    ...(await guarded('webhook', async () => checkWebhook(await github.readHook()))),
    ...(await guarded('deliveries', async () => checkDeliveries(await recentDeliveries(github, clock)))),
  ];
}

async function allInstallations(github: AppInspection): Promise<readonly InspectedInstallation[]> {
  const installations: InspectedInstallation[] = [];
  for await (const installation of github.listInstallations()) installations.push(installation);
  return installations;
}

/** At most so many are looked at: what goes wrong shows among them. */
const MAX_DELIVERIES = 3_000;

async function recentDeliveries(github: AppInspection, clock: Clock): Promise<readonly DeliveryAttempt[]> {
  const since = clock.now().getTime() - LOOK_BACK_MS;
  const attempts: DeliveryAttempt[] = [];
  for await (const attempt of github.listDeliveries()) {
    if (attempt.attemptedAt.getTime() < since || attempts.length === MAX_DELIVERIES) break;
    attempts.push(attempt);
  }
  return attempts;
}

/** A check that could not be made is a finding itself, and the others go on. */
async function guarded(
  check: string,
  examine: () => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  try {
    return await examine();
  } catch (thrown) {
    const { code } = asShowworkError(thrown);
    return [problem(check, `It could not be looked at (${code}).`, ERRORS[code].operator)];
  }
}
