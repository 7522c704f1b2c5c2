import { createAppAuth } from '@octokit/auth-app';
import { Octokit } from '@octokit/rest';
import type { Simulator } from '../simulator.ts';

/** An Octokit that acts for the app's installation on `owner`, without waiting or repeating by itself. */
export function octokitFor(simulator: Simulator, owner: string) {
  const { appId, privateKey } = simulator.app;
  return new Octokit({
    baseUrl: simulator.baseUrl,
    authStrategy: createAppAuth,
    auth: { appId, privateKey, installationId: simulator.installation(owner).id },
  });
}
