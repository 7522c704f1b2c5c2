import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { type Simulator, startSimulator } from './simulator.ts';
import { appJwt, send } from './testing/client.ts';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => {
  expect(simulator.violations).toEqual([]);
  return simulator.close();
});

/** A token for the repository named `.github` of an owner's, as the app asks for it. */
async function tokenForOwnerRepository(owner: string) {
  const path = `/app/installations/${simulator.installation(owner).id}/access_tokens`;
  const body = { repositories: ['.github'], permissions: { contents: 'read' } };
  const answer = await send(simulator, { method: 'POST', path, bearer: appJwt(simulator), body });
  return { status: answer.status, ...z.object({ token: z.string().optional() }).parse(answer.body) };
}

test("the owner's .github repository is read with a token for it alone, private or not", async () => {
  const files = { 'showwork.yml': 'enabled: true' };
  const settings = { owner: 'acme', ownerType: 'Organization', name: '.github' } as const;
  simulator.addRepository({ ...settings, private: true, defaultBranch: 'trunk', files });
  simulator.addRepository({ owner: 'acme', name: 'course', files });
  const { status, token: bearer = '' } = await tokenForOwnerRepository('acme');
  expect(status).toBe(201);
  const read = (path: string) => send(simulator, { path: `/repos/acme${path}`, bearer });
  expect((await read('/.github')).body).toMatchObject({ private: true, default_branch: 'trunk' });
  const content = Buffer.from('enabled: true').toString('base64');
  expect((await read('/.github/contents/showwork.yml')).body).toMatchObject({ content: `${content}\n` });
  expect(await read('/.github/contents/missing.yml')).toMatchObject({ status: 404 });
  expect(await read('/course/contents/showwork.yml')).toMatchObject({ status: 404 });
});

test('where the app is not installed on it, or there is none, no token is given', async () => {
  simulator.addRepository({ owner: 'grace', name: 'course' });
  expect(await tokenForOwnerRepository('grace')).toMatchObject({ status: 422 });
  const repository = simulator.addRepository({ owner: 'grace', name: '.github', installed: false });
  expect(await tokenForOwnerRepository('grace')).toMatchObject({ status: 422 });
  simulator.installation('grace').add(repository);
  expect(await tokenForOwnerRepository('grace')).toMatchObject({ status: 201 });
});
