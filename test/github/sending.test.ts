import { afterEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { exampleAnnotation, exampleCheckRun } from '../helpers/check-runs.ts';
import type { Reply } from '../helpers/scripted-server.ts';
import { type Gateway, REPOSITORY, startGateway } from './start-gateway.ts';

const HEAD = 'a'.repeat(40);
const RUN = exampleCheckRun({ headSha: HEAD, summary: 'A sentence of the README.' });
/** What a request says of a run's progress. */
const Sketch = z.object({
  status: z.string().optional(),
  conclusion: z.string().optional(),
  output: z.object({ annotations: z.array(z.unknown()).default([]) }),
});
let gateway: Gateway;

afterEach(() => gateway.server.close());

function manyAnnotations(count: number) {
  return Array.from({ length: count }, (_, index) => exampleAnnotation(index + 1));
}

function sketch(body: unknown) {
  const { output, ...progress } = Sketch.parse(body);
  return { ...progress, annotations: output.annotations.length };
}

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

  it('of one request takes no second one, and says nothing of being in progress', async () => {
    gateway = await startGateway(() => ({ status: 201, body: { id: 5 } }));
    const annotations = manyAnnotations(50);
    expect(await gateway.github.createCheckRun(REPOSITORY, { ...RUN, annotations })).toBe(5);
    expect(gateway.asked()).toMatchObject([{ body: { status: 'completed', conclusion: 'neutral' } }]);
  });

  it('of three requests is concluded by the last', async () => {
    gateway = await startGateway(() => ({ status: 201, body: { id: 5 } }));
    await gateway.github.createCheckRun(REPOSITORY, { ...RUN, annotations: manyAnnotations(120) });
    expect(gateway.asked().map(({ body }) => sketch(body))).toEqual([
      { status: 'in_progress', annotations: 50 },
      { annotations: 50 },
      { status: 'completed', conclusion: 'neutral', annotations: 20 },
    ]);
  });

  it('that cannot be completed fails, and each annotation was sent once', async () => {
    gateway = await startGateway(({ line }) =>
      line.startsWith('POST') ? { status: 201, body: { id: 5 } } : { status: 500 },
    );
    const creating = gateway.github.createCheckRun(REPOSITORY, { ...RUN, annotations: manyAnnotations(120) });
    await expect(creating).rejects.toMatchObject({ code: 'GITHUB_UNAVAILABLE' });
    expect(gateway.asked().map(({ line }) => line)).toEqual([
      'POST /repos/ada/churn/check-runs',
      'PATCH /repos/ada/churn/check-runs/5',
    ]);
  });

  it.each([
    ['nothing of it has', 0, [50, 50, 20]],
    ['half of it has', 60, [50, 10]],
    ['all of it has', 120, [0]],
  ])('is completed in as many requests as it needs where %s arrived', async (_, sent, batches) => {
    gateway = await startGateway(() => ({ status: 200, body: { id: 5 } }));
    const run = { ...RUN, annotations: manyAnnotations(120) };
    await gateway.github.completeCheckRun(REPOSITORY, 5, run, sent);
    const sketches = gateway.asked().map(({ body }) => sketch(body));
    expect(sketches.map(({ annotations }) => annotations)).toEqual(batches);
    expect(sketches.map(({ status }) => status)).toEqual([
      ...batches.slice(1).map(() => undefined),
      'completed',
    ]);
  });

  it("is looked for among this app's runs only, page by page", async () => {
    const other = { external_id: null, status: 'completed', output: { annotations_count: 0 } };
    const full = Array.from({ length: 100 }, (_, index) => ({ ...other, id: index + 1 }));
    const ours = { id: 400, external_id: RUN.externalId, status: 'in_progress' };
    gateway = await startGateway(({ line }) => {
      const found = [{ ...ours, output: { annotations_count: 50 } }];
      return { status: 200, body: { check_runs: line.includes('page=2') ? found : full } };
    });
    expect(await gateway.github.findCheckRun(REPOSITORY, HEAD, RUN.externalId)).toEqual({
      id: 400,
      completed: false,
      annotations: 50,
    });
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
