import { z } from 'zod';
import { filesOf } from '../git/files.ts';
import type { Simulator } from '../simulator.ts';
import { send, tokenFor } from './client.ts';
import { createApp } from './create-app.ts';

/** One call of an endpoint that should succeed. */
export interface SampleCall {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly body?: object;
}

const Created = z.object({ id: z.number() });

/** One call of each endpoint, by operation id, on a repository that has what they ask for. Deletions come last. */
export async function prepareSamples(simulator: Simulator): Promise<ReadonlyMap<string, SampleCall>> {
  const files = { 'README.md': '# All\n', 'docs/a.md': 'a' };
  const repository = simulator.addRepository({ owner: 'ada', name: 'all', files });
  repository.commit('topic', { 'README.md': '# All of it\n' });
  const pull = repository.openPullRequest({ head: 'topic' }).request.number;
  const issue = repository.openIssue().number;
  const comment = repository.comment(pull, 'What about this?').comment.id;
  const head = repository.head();
  const { objects } = repository.record;
  const tree = objects.commit(head)?.tree ?? '';
  const blob = filesOf(objects, tree).get('README.md')?.sha;
  const install = simulator.installation('ada').id;
  const delivery = await failDelivery(simulator);
  const code = await createApp(simulator, { name: 'Other', url: 'https://example.com' });

  const bearer = await tokenFor(simulator, 'ada');
  const at = `/repos/${repository.fullName}`;
  const create = async (path: string, body: object) => {
    const answer = await send(simulator, { method: 'POST', path: at + path, bearer, body });
    return Created.parse(answer.body).id;
  };
  const content = { content: 'eyes' };
  const output = { title: 'Title', summary: 'Summary' };
  const run = await create('/check-runs', { name: 'Showwork', head_sha: head, output });
  const [suite = 0] = repository.record.checkSuites.keys();
  const onComment = await create(`/issues/comments/${comment}/reactions`, content);
  const onIssue = await create(`/issues/${issue}/reactions`, content);
  const toDelete = repository.comment(issue, 'Delete me').comment.id;

  const get = (path: string): SampleCall => ({ method: 'GET', path, status: 200 });
  const post = (path: string, body?: object, status = 201): SampleCall => {
    return { method: 'POST', path, status, ...(body && { body }) };
  };
  const patch = (path: string, body: object): SampleCall => ({ method: 'PATCH', path, status: 200, body });
  const remove = (path: string): SampleCall => ({ method: 'DELETE', path, status: 204 });
  return new Map([
    ['apps/get-authenticated', get('/app')],
    ['apps/get-webhook-config-for-app', get('/app/hook/config')],
    ['apps/list-installations', get('/app/installations')],
    ['apps/get-installation', get(`/app/installations/${install}`)],
    ['apps/get-repo-installation', get(`${at}/installation`)],
    ['apps/create-installation-access-token', post(`/app/installations/${install}/access_tokens`)],
    ['apps/list-webhook-deliveries', get('/app/hook/deliveries')],
    ['apps/get-webhook-delivery', get(`/app/hook/deliveries/${delivery}`)],
    ['apps/redeliver-webhook-delivery', post(`/app/hook/deliveries/${delivery}/attempts`, undefined, 202)],
    ['apps/list-repos-accessible-to-installation', get('/installation/repositories')],
    ['rate-limit/get', get('/rate_limit')],
    ['repos/get', get(at)],
    ['repos/get-branch', get(`${at}/branches/topic`)],
    ['repos/list-branches', get(`${at}/branches`)],
    ['repos/get-commit', get(`${at}/commits/main`)],
    ['repos/compare-commits', get(`${at}/compare/main...topic`)],
    ['repos/get-collaborator-permission-level', get(`${at}/collaborators/ada/permission`)],
    ['repos/get-content', get(`${at}/contents/docs/a.md`)],
    ['repos/get-readme', get(`${at}/readme`)],
    ['git/get-tree', get(`${at}/git/trees/${tree}?recursive=1`)],
    ['git/get-blob', get(`${at}/git/blobs/${blob}`)],
    ['git/get-commit', get(`${at}/git/commits/${head}`)],
    ['git/get-ref', get(`${at}/git/ref/heads/main`)],
    ['git/list-matching-refs', get(`${at}/git/matching-refs/heads/`)],
    [
      'checks/create',
      post(`${at}/check-runs`, { name: 'Showwork', head_sha: head, conclusion: 'neutral', output }),
    ],
    ['checks/update', patch(`${at}/check-runs/${run}`, { conclusion: 'success', output })],
    ['checks/get', get(`${at}/check-runs/${run}`)],
    ['checks/list-annotations', get(`${at}/check-runs/${run}/annotations`)],
    ['checks/list-for-ref', get(`${at}/commits/${head}/check-runs`)],
    ['checks/list-for-suite', get(`${at}/check-suites/${suite}/check-runs`)],
    ['checks/get-suite', get(`${at}/check-suites/${suite}`)],
    ['checks/list-suites-for-ref', get(`${at}/commits/main/check-suites`)],
    ['pulls/get', get(`${at}/pulls/${pull}`)],
    ['pulls/list', get(`${at}/pulls?state=all`)],
    ['pulls/list-files', get(`${at}/pulls/${pull}/files`)],
    ['issues/get', get(`${at}/issues/${issue}`)],
    ['issues/list-for-repo', get(`${at}/issues?state=all`)],
    ['issues/create', post(`${at}/issues`, { title: 'Progress', body: 'Hello' })],
    ['issues/update', patch(`${at}/issues/${issue}`, { title: 'Changed' })],
    ['issues/list-comments', get(`${at}/issues/${pull}/comments`)],
    ['issues/create-comment', post(`${at}/issues/${issue}/comments`, { body: 'Hello' })],
    ['issues/get-comment', get(`${at}/issues/comments/${comment}`)],
    ['issues/update-comment', patch(`${at}/issues/comments/${comment}`, { body: 'Changed' })],
    ['reactions/list-for-issue-comment', get(`${at}/issues/comments/${comment}/reactions`)],
    [
      'reactions/create-for-issue-comment',
      post(`${at}/issues/comments/${comment}/reactions`, { content: 'rocket' }),
    ],
    ['reactions/delete-for-issue-comment', remove(`${at}/issues/comments/${comment}/reactions/${onComment}`)],
    ['reactions/list-for-issue', get(`${at}/issues/${issue}/reactions`)],
    ['reactions/create-for-issue', post(`${at}/issues/${issue}/reactions`, { content: 'rocket' })],
    ['reactions/delete-for-issue', remove(`${at}/issues/${issue}/reactions/${onIssue}`)],
    ['apps/create-from-manifest', post(`/app-manifests/${code}/conversions`)],
    ['issues/delete-comment', remove(`${at}/issues/comments/${toDelete}`)],
  ]);
}

/** A delivery to an address where nobody listens, for the list of deliveries; answers its id. */
async function failDelivery(simulator: Simulator): Promise<number> {
  const delivery = { url: 'http://127.0.0.1:1/', event: 'ping', payload: {} };
  await simulator.webhooks.deliver(delivery).catch(() => undefined);
  return simulator.webhooks.deliveries[0]?.id ?? 0;
}
