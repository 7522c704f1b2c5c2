import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Document, OpenAPIBackend } from 'openapi-backend';
import { loadApiContract } from './description/api-contract.ts';
import { patchDescription } from './description/patch-description.ts';
import { chooseOperations, readGitHubDescription } from './description/read-description.ts';
import { type Simulator, startSimulator } from './simulator.ts';
import { appJwt, send, tokenFor } from './testing/client.ts';

const whole = readGitHubDescription();

describe('the description', () => {
  test('is cut down to the chosen operations and what they refer to', () => {
    const { document, routes } = chooseOperations(whole, ['git/get-blob']);
    expect(Object.keys(document.paths ?? {})).toEqual(['/repos/{owner}/{repo}/git/blobs/{file_sha}']);
    expect(Object.keys(document.components?.schemas ?? {})).toContain('blob');
    expect(Object.keys(document.components?.schemas ?? {})).not.toContain('check-run');
    expect(routes.length).toBeGreaterThan(1000);
  });

  test('knows no operation of ours that GitHub does not have', () => {
    expect(() => chooseOperations(whole, ['git/get-blob', 'git/guess'])).toThrow('no operation git/guess');
  });

  test('is patched so that null is admitted where GitHub answers null', () => {
    const schemas = {
      owner: { nullable: true, oneOf: [{ type: 'object' }] },
      author: { nullable: true, allOf: [{ type: 'object' }] },
      conclusion: { nullable: true, type: 'string', enum: ['success'] },
    };
    const document = { openapi: '3.0.3', info: {}, paths: {}, components: { schemas } };
    patchDescription(document as unknown as Document);
    expect(schemas).toEqual({
      owner: { oneOf: [{ type: 'object' }, { type: 'null' }] },
      author: { anyOf: [{ allOf: [{ type: 'object' }] }, { type: 'null' }] },
      conclusion: { nullable: true, type: 'string', enum: ['success', null] },
    });
  });

  test('without its patch is refused by the validator, with it is not', async () => {
    const { document } = chooseOperations(whole, ['apps/get-installation']);
    const unpatched = new OpenAPIBackend({ definition: document, quick: true, ajvOpts: { logger: false } });
    await unpatched.init();
    expect(() => unpatched.validateResponse({}, 'apps/get-installation', 200)).toThrow(
      '"nullable" cannot be used',
    );

    const contract = await loadApiContract(['apps/get-installation']);
    const routed = contract.route('GET', '/app/installations/1');
    if (routed === undefined) throw new Error('no route');
    expect(contract.responseProblems(routed, 200, {})).toContain(
      '/: must have required property \'id\' {"missingProperty":"id"}',
    );
  });
});

describe('routes', () => {
  test('take refs and file paths with and without encoded slashes', async () => {
    const { route } = await loadApiContract(['git/get-ref']);
    const plain = route('GET', '/repos/a/b/git/ref/heads/feature/x');
    expect(plain).toMatchObject({
      params: { ref: 'heads/feature/x' },
      route: { operationId: 'git/get-ref' },
    });
    expect(route('GET', '/repos/a/b/git/ref/heads%2Ffeature%2Fx')).toEqual(plain);
    expect(route('GET', '/repos/a/b/commits/feature/x/check-runs')).toMatchObject({
      params: { ref: 'feature/x' },
      route: { operationId: 'checks/list-for-ref' },
    });
    expect(route('GET', '/repos/a/b/git/blobs/feature/x')).toBeUndefined();
    expect(route('PUT', '/repos/a/b/git/ref/heads/main')).toBeUndefined();
    expect(route('GET', '/repos/a/b/git/ref/100%')).toMatchObject({ params: { ref: '100%' } });
  });
});

describe('a request that the description does not allow', () => {
  let simulator: Simulator;
  let bearer: string;
  beforeAll(async () => {
    simulator = await startSimulator();
    simulator.addRepository({ owner: 'ada', name: 'strict', files: { 'README.md': '' } });
    bearer = await tokenFor(simulator, 'ada');
  });
  afterAll(() => simulator.close());

  const at = '/repos/ada/strict';
  const headSha = 'a'.repeat(40);
  const output = { title: 'T', summary: 'S' };
  test.each([
    ['an unknown path', { path: '/repos/ada/strict/readmes' }, 404, 'unknown-path', 'no such path'],
    ['a wrong method', { method: 'DELETE', path: `${at}/readme` }, 404, 'unknown-path', 'no such path'],
    ['what is not simulated', { path: `${at}/topics` }, 501, 'not-simulated', 'repos/get-all-topics'],
    ['an unknown query', { path: `${at}/git/trees/main?recursed=1` }, 422, 'invalid-request', 'recursed'],
    [
      'a query of a wrong type',
      { path: `${at}/pulls?state=half-open` },
      422,
      'invalid-request',
      '/query/state',
    ],
    [
      'a path of a wrong type',
      { path: `${at}/check-runs/latest` },
      422,
      'invalid-request',
      '/path/check_run_id',
    ],
    [
      'a missing field',
      { method: 'POST', path: `${at}/check-runs`, body: { name: 'x' } },
      422,
      'invalid-request',
      'head_sha',
    ],
    [
      'an unknown field, however deep',
      {
        method: 'POST',
        path: `${at}/check-runs`,
        body: { name: 'x', head_sha: headSha, output: { ...output, sumary: '' } },
      },
      422,
      'invalid-request',
      'sumary',
    ],
    [
      'a permission that there is not',
      {
        method: 'POST',
        path: '/app/installations/50001/access_tokens',
        body: { permissions: { cheks: 'write' } },
        asApp: true,
      },
      422,
      'invalid-request',
      'cheks',
    ],
    [
      'a conclusion that there is not',
      {
        method: 'POST',
        path: `${at}/check-runs`,
        body: { name: 'x', head_sha: headSha, conclusion: 'fine' },
      },
      422,
      'invalid-request',
      '/requestBody/conclusion',
    ],
    [
      'a completed run without a conclusion',
      {
        method: 'POST',
        path: `${at}/check-runs`,
        body: { name: 'x', head_sha: headSha, status: 'completed' },
      },
      422,
      'invalid-request',
      'conclusion',
    ],
  ])('%s is refused and on record', async (_, request, status, kind, hint) => {
    const seen = simulator.violations.length;
    const signed = { ...request, bearer: 'asApp' in request ? appJwt(simulator) : bearer };
    expect(await send(simulator, signed)).toMatchObject({ status });
    const fresh = simulator.violations.slice(seen);
    expect(fresh).toMatchObject([{ kind }]);
    expect(JSON.stringify(fresh)).toContain(hint);
  });

  test('a body that is not JSON is a 400', async () => {
    const response = await fetch(`${simulator.baseUrl}${at}/check-runs`, {
      method: 'POST',
      headers: { authorization: `Bearer ${bearer}` },
      body: '{"name": ',
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ message: 'Problems parsing JSON' });
  });
});
