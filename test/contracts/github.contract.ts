/** What every implementation of the `GitHub` port does; each of its four parts has a file. */
import { afterEach, beforeEach, describe } from '@jest/globals';
import type { GitHubWorld } from '../helpers/github-world.ts';
import { checksContract } from './github-checks.contract.ts';
import { conversationsContract } from './github-conversations.contract.ts';
import { filesContract } from './github-files.contract.ts';
import { repositoriesContract } from './github-repositories.contract.ts';

export function describeGitHub(name: string, openWorld: () => Promise<GitHubWorld>): void {
  let opened: GitHubWorld;
  const world = () => opened;

  beforeEach(async () => {
    opened = await openWorld();
  });
  afterEach(() => opened.close());

  describe(`${name}: files`, () => filesContract(world));
  describe(`${name}: repositories`, () => repositoriesContract(world));
  describe(`${name}: checks`, () => checksContract(world));
  describe(`${name}: conversations`, () => conversationsContract(world));
}
