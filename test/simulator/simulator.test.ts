import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Simulator, startSimulator } from './simulator.ts';
import { octokitFor } from './testing/octokit.ts';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());

test('a push is read and answered with a check run, as the app does it', async () => {
  const repository = simulator.addRepository({
    owner: 'ada',
    name: 'slice',
    files: { 'README.md': '# Slice\n', 'src/main.py': 'print()' },
  });
  const octokit = octokitFor(simulator, 'ada');
  const at = { owner: 'ada', repo: 'slice' };
  const head_sha = repository.head();

  const tree = await octokit.rest.git.getTree({ ...at, tree_sha: head_sha, recursive: 'true' });
  expect(tree.data.tree.map(entry => entry.path)).toEqual(['README.md', 'src', 'src/main.py']);
  const file_sha = tree.data.tree[0]?.sha ?? '';
  const blob = await octokit.rest.git.getBlob({ ...at, file_sha });
  expect(Buffer.from(blob.data.content, 'base64').toString()).toBe('# Slice\n');

  const output = {
    title: 'Title',
    summary: 'Summary',
    annotations: [
      { path: 'README.md', start_line: 1, end_line: 1, annotation_level: 'notice', message: 'Look' } as const,
    ],
  };
  await octokit.rest.checks.create({ ...at, name: 'Showwork', head_sha, conclusion: 'neutral', output });
  const [run] = repository.checkRuns(head_sha);
  expect(run).toMatchObject({ name: 'Showwork', status: 'completed', conclusion: 'neutral' });
  expect(run?.annotations).toMatchObject([{ path: 'README.md', start_line: 1, message: 'Look' }]);
  expect(simulator.violations).toEqual([]);
  expect(simulator.requests.map(request => [request.operationId, request.status])).toEqual([
    ['apps/create-installation-access-token', 201],
    ['git/get-tree', 200],
    ['git/get-blob', 200],
    ['checks/create', 201],
  ]);
});
