import { z } from 'zod';
import { changeIssue, openIssue } from '../actions/issues.ts';
import { type Answer, created, ok } from '../answer.ts';
import type { Operation, RepositoryCall } from '../operation.ts';
import { enforceBodyLimit, enforceTitle } from '../rules/issue-limits.ts';
import { talkPermissions } from '../rules/talk-permissions.ts';
import { issueShape } from '../shapes/issue.ts';
import { demandIssues, issueAsked } from './issue-asked.ts';
import { listIssues } from './list-issues.ts';

/** Labels, assignees, milestones and types are not simulated: a request that has them is a mistake of the simulator's. */
const IssueBody = z.strictObject({
  title: z.coerce.string().optional(),
  body: z.string().nullish(),
  state: z.enum(['open', 'closed']).optional(),
  state_reason: z.enum(['completed', 'not_planned', 'duplicate', 'reopened']).nullish(),
});

/** docs.github.com/en/rest/issues/issues; pull requests are issues here, save that they are not changed through it. */
export const issueOperations: readonly Operation[] = [
  {
    id: 'issues/get',
    caller: 'repository',
    permissions: call => talkPermissions(issueAsked(call), 'read'),
    handle: call => ok(issueShape(call.world, call.repository, issueAsked(call))),
  },
  {
    id: 'issues/list-for-repo',
    caller: 'repository',
    permissions: [{ issues: 'read' }],
    handle: listIssues,
  },
  { id: 'issues/create', caller: 'repository', permissions: [{ issues: 'write' }], handle: createIssue },
  {
    id: 'issues/update',
    caller: 'repository',
    permissions: call => talkPermissions(issueAsked(call), 'write'),
    handle: updateIssue,
  },
];

function createIssue(call: RepositoryCall): Answer {
  const { world, repository } = call;
  demandIssues(repository);
  const { title = '', body = null } = issueBodyAsked(call);
  enforceTitle(title, world.limits);
  const issue = openIssue(world, repository, { title, body, author: world.app.bot });
  return created(issueShape(world, repository, issue));
}

function updateIssue(call: RepositoryCall): Answer {
  const { world, repository } = call;
  const issue = issueAsked(call);
  if (issue.pull !== null)
    throw new Error('The simulator does not change pull requests through issues/update');
  const { title, body, state, state_reason: reason } = issueBodyAsked(call);
  if (title !== undefined) enforceTitle(title, world.limits);
  const edit = { title, body: body ?? undefined, state, stateReason: reason ?? undefined };
  changeIssue(world, repository, issue, edit, world.app.bot);
  return ok(issueShape(world, repository, issue));
}

function issueBodyAsked(call: RepositoryCall): z.infer<typeof IssueBody> {
  const asked = IssueBody.parse(call.body ?? {});
  enforceBodyLimit('Issue', asked.body ?? '', call.world.limits);
  return asked;
}
