import { afterEach, describe, expect, it } from '@jest/globals';
import { exampleAnnotation, exampleCheckRun } from '../helpers/check-runs.ts';
import type { Reply } from '../helpers/scripted-server.ts';
import { type Gateway, REPOSITORY, startGateway } from './start-gateway.ts';

const HEAD = 'a'.repeat(40);
const RUN = exampleCheckRun({ headSha: HEAD, summary: 'A sentence of the README.' });
let gateway: Gateway;

afterEach(() => gateway.server.close());

describe('a check run', () => {
  it.each<Reply>(['reset', 'hang', { status: 502 }, { status: 429 }])(
    'that may have been created is not created again (%j)',
    async reply => {
      gateway = await startGateway(() => reply, reply === 'hang' ? { timeoutMs: 500 } : {});
      const creating = gateway.github.createCheckRun(REPOSITORY, RUN);
      await expect(creating).rejects.toMatchObject({ name: 'ShowworkError' });
      expect(gateway.asked()).toHaveLength(1);
    },
  );

  it('keeps its id where appending further annotations fails, and each is sent once', async () => {
    const annotations = Array.from({ length: 120 }, (_, index) => exampleAnnotation(index + 1));
    gateway = await startGateway(({ line }) =>
      line.startsWith('POST') ? { status: 201, body: { id: 5 } } : { status: 500 },
    );
    expect(await gateway.github.createCheckRun(REPOSITORY, { ...RUN, annotations })).toBe(5);
    expect(gateway.asked().map(({ line }) => line)).toEqual([
      'POST /repos/ada/churn/check-runs',
      'PATCH /repos/ada/churn/check-runs/5',
    ]);
    expect(gateway.logger.lines).toMatchObject([{ level: 'warn', fields: { checkRunId: 5, lost: 70 } }]);
  });

  it("is looked for among this app's runs only, page by page", async () => {
    const full = Array.from({ length: 100 }, (_, index) => ({ id: index + 1, external_id: null }));
    gateway = await startGateway(({ line }) => {
      const check_runs = line.includes('page=2') ? [{ id: 400, external_id: RUN.externalId }] : full;
      return { status: 200, body: { total_count: 101, check_runs } };
    });
    expect(await gateway.github.findCheckRun(REPOSITORY, HEAD, RUN.externalId)).toBe(400);
    expect(gateway.asked().map(({ line }) => line)).toEqual([
      `GET /repos/ada/churn/commits/${HEAD}/check-runs?app_id=42&filter=all&per_page=100&page=1`,
      `GET /repos/ada/churn/commits/${HEAD}/check-runs?app_id=42&filter=all&per_page=100&page=2`,
    ]);
  });
});

it('reads a blob of a repository whose ids are SHA-256', async () => {
  // From `git init --object-format=sha256` and `git hash-object` of "hello\n".
  const sha = '2cf8d83d9ee29543b34a87727421fdecb7e3f3a183d337639025de576db9ebb4';
  const content = Buffer.from('hello\n').toString('base64');
  gateway = await startGateway(() => ({ status: 200, body: { content, encoding: 'base64' } }));
  expect(Buffer.from(await gateway.github.readBlob(REPOSITORY, sha)).toString()).toBe('hello\n');
});

describe('a request', () => {
  it('says who sends it and for which version of the API', async () => {
    gateway = await startGateway(() => ({ status: 200, body: { tree: [], truncated: false } }));
    await gateway.github.readTree(REPOSITORY, HEAD, { recursive: false });
    expect(gateway.asked()).toMatchObject([
      {
        line: `GET /repos/ada/churn/git/trees/${HEAD}`,
        headers: {
          authorization: 'token token-1',
          'user-agent': expect.stringMatching(/^showwork /),
          'x-github-api-version': '2022-11-28',
        },
      },
    ]);
  });

  it('leaves neither README text nor a token in the log', async () => {
    gateway = await startGateway(() => ({ status: 201, body: { id: 5 } }));
    await gateway.github.createCheckRun(REPOSITORY, RUN);
    const log = JSON.stringify(gateway.logger.lines);
    expect(log).not.toContain('README');
    expect(log).not.toContain('token-1');
  });

  it('that fails leaves neither in its error', async () => {
    gateway = await startGateway(() => ({ status: 422, body: { message: RUN.summary } }));
    const error: Error = await gateway.github.createCheckRun(REPOSITORY, RUN).then(
      () => new Error('GitHub was expected to refuse'),
      thrown => thrown,
    );
    expect(error.message).toContain('GITHUB_REJECTED');
    expect(error.message).not.toContain('README');
    expect(error.cause).toBeUndefined();
  });
});
