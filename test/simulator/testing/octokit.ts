import { createAppAuth } from '@octokit/auth-app';
import { ProbotOctokit } from 'probot';
import type { Simulator } from '../simulator.ts';

/** An Octokit that acts for the app's installation on `owner`, without waiting or repeating by itself. */
export function octokitFor(simulator: Simulator, owner: string) {
  const { appId, privateKey } = simulator.app;
  return new ProbotOctokit({
    baseUrl: simulator.baseUrl,
    authStrategy: createAppAuth,
    auth: { appId, privateKey, installationId: simulator.installation(owner).id },
    throttle: { enabled: false },
    retry: { enabled: false },
  });
}
