import { describe } from '@jest/globals';
import { githubAppContract } from '../contracts/github-app.contract.ts';
import { createFakeGitHubApp } from './fake-github-app.ts';

describe('the fake', () => {
  githubAppContract(async () => {
    const { app, attempt, setReachable } = createFakeGitHubApp();
    return { app, setReachable, send: async outcome => attempt({ arrived: outcome === 'arrives' }) };
  });
});
