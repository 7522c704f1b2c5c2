import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readComment } from '../../src/commands/read-comment.ts';
import { MAX_COMMENT_CHARACTERS } from '../../src/jobs.ts';
import { RE_REVIEW } from '../../src/render/wording.ts';
import { EVENTS, translate } from '../../src/webhooks/events.ts';
import { IGNORED_EVENTS } from '../../src/webhooks/ignored-events.ts';
import { APP, CONTEXT, EVENT, HEAD, OUR_REPOSITORY, REPOSITORY } from './example-event.ts';

function push(change: object) {
  return translate(
    'push',
    { ...EVENT, ref: 'refs/heads/main', after: HEAD, deleted: false, ...change },
    CONTEXT,
  );
}

function pullRequest(action: string, changes?: object, repo: object | null = { id: REPOSITORY.id }) {
  const head = { sha: HEAD, ref: 'topic', repo };
  const pull_request = { number: 4, updated_at: '2026-11-22T10:00:00Z', head };
  return translate('pull_request', { ...EVENT, action, pull_request, changes }, CONTEXT);
}

function checkRun(action: string, change: object = {}) {
  return translate(
    'check_run',
    { ...EVENT, action, check_run: { head_sha: HEAD, app: { id: APP } }, ...change },
    CONTEXT,
  );
}

describe('push', () => {
  test('raises the branch to its new head, at the time of the push', () => {
    const target = { repository: OUR_REPOSITORY, ref: { kind: 'branch', branch: 'main' } };
    const hints = [{ target, head: HEAD, observedAt: 1_700_000_000 }];
    expect(push({})).toEqual({ kind: 'accepted', content: { hints, instructions: [] } });
  });

  test('reads the time also where it is written as a date', () => {
    const repository = { ...REPOSITORY, pushed_at: '2023-11-14T22:13:20Z' };
    expect(push({ repository })).toMatchObject({ content: { hints: [{ observedAt: 1_700_000_000 }] } });
  });

  test.each([
    'feature/a-b',
    'gh-readonly-queue/main/pr-4-c0ffee',
    'gh-pages',
    'dependabot/npm_and_yarn/zod-4',
    'tags/v1',
  ])('of the branch %s counts: whether it is reviewed is for the settings', branch => {
    expect(push({ ref: `refs/heads/${branch}` })).toMatchObject({
      content: { hints: [{ target: { ref: { branch } } }] },
    });
  });

  test.each([
    ['a tag', { ref: 'refs/tags/v1' }, /tag/],
    ['another ref', { ref: 'refs/notes/commits' }, /not a branch/],
    ['a deleted branch', { deleted: true, after: '0'.repeat(40) }, /deleted/],
    ['no head commit', { after: '0'.repeat(40) }, /no head/],
    ['no head commit, with SHA-256', { after: '0'.repeat(64) }, /no head/],
  ])('leaves %s alone', (_case, change, reason) => {
    expect(push(change)).toEqual({ kind: 'ignored', reason: expect.stringMatching(reason) });
  });
});

describe('pull_request', () => {
  test.each(['opened', 'reopened', 'synchronize', 'ready_for_review'])('%s raises it to its head', action => {
    const target = { repository: OUR_REPOSITORY, ref: { kind: 'pull-request', number: 4, branch: 'topic' } };
    const hints = [{ target, head: HEAD, observedAt: 1_795_341_600 }];
    expect(pullRequest(action)).toEqual({ kind: 'accepted', content: { hints, instructions: [] } });
  });

  test.each([
    ['a fork', { id: 77 }],
    ['a fork that is gone', null],
  ])('from %s has no branch that settings could leave alone', (_case, repo) => {
    const ref = { kind: 'pull-request', number: 4 };
    expect(pullRequest('opened', undefined, repo)).toMatchObject({
      content: { hints: [{ target: { ref } }] },
    });
  });

  test('edited counts only with a new base branch', () => {
    expect(pullRequest('edited', { base: { ref: { from: 'main' } } })).toMatchObject({ kind: 'accepted' });
    expect(pullRequest('edited', { title: { from: 'Old' } })).toMatchObject({ kind: 'ignored' });
    expect(pullRequest('edited')).toMatchObject({ kind: 'ignored' });
  });

  test.each(['closed', 'converted_to_draft', 'labeled'])('%s is left alone: no new head', action => {
    expect(pullRequest(action)).toMatchObject({ kind: 'ignored' });
  });
});

describe('issue_comment', () => {
  const comment = { id: 33, body: 'Thanks!\n/Review please', user: { login: 'grace', type: 'User' } };
  const issue = { number: 5, user: { login: 'ada', type: 'User' } };
  const said = (change: { issue?: object; comment?: object } = {}, action = 'created') => {
    const payload = {
      ...EVENT,
      action,
      issue: { ...issue, ...change.issue },
      comment: { ...comment, ...change.comment },
    };
    return translate('issue_comment', payload, CONTEXT);
  };
  const instruction = {
    kind: 'comment',
    repository: OUR_REPOSITORY,
    issueNumber: 5,
    isPullRequest: false,
    commentId: 33,
    author: 'grace',
    threadAuthor: 'ada',
    text: comment.body,
  };

  test('with a line that starts with /review is an instruction', () => {
    expect(said()).toEqual({ kind: 'accepted', content: { hints: [], instructions: [instruction] } });
  });

  test('tells a pull request from an issue, and bears accounts that are gone', () => {
    expect(said({ issue: { pull_request: { url: 'https://example.com' }, user: null } })).toMatchObject({
      content: { instructions: [{ isPullRequest: true, threadAuthor: null }] },
    });
    expect(said({ comment: { user: null } })).toMatchObject({ kind: 'ignored' });
  });

  test.each([
    ['without a command', { body: 'I like it, see a/review' }, /no line/],
    ['by a bot', { user: { login: 'renovate[bot]', type: 'Bot' } }, /bot/],
    ['by this app', { performed_via_github_app: { id: APP } }, /this app/],
  ])('%s is left alone', (_case, change, reason) => {
    expect(said({ comment: change })).toEqual({ kind: 'ignored', reason: expect.stringMatching(reason) });
  });

  test('through another app, by a person, counts', () => {
    expect(said({ comment: { performed_via_github_app: { id: APP + 1 } } })).toMatchObject({
      kind: 'accepted',
    });
  });

  test.each(['edited', 'deleted'])('that was %s is left alone', action => {
    expect(said({}, action)).toMatchObject({ kind: 'ignored' });
  });

  test('is kept up to the longest that GitHub takes, and what comes after is not looked at', () => {
    const longest = `/review${'x '.repeat(MAX_COMMENT_CHARACTERS)}`.replace('x', ' ');
    const text = longest.slice(0, MAX_COMMENT_CHARACTERS);
    expect(said({ comment: { body: longest } })).toMatchObject({ content: { instructions: [{ text }] } });
    const body = `${'x'.repeat(MAX_COMMENT_CHARACTERS - 1)}\n/review`;
    expect(said({ comment: { body } })).toMatchObject({ kind: 'ignored' });
  });

  test('with a command that the reader of comments finds is never left alone', () => {
    const part = fc.constantFrom(
      '/review',
      '/REVIEW',
      ' ',
      '\t',
      '\n',
      '\r',
      '>',
      '- ',
      '`',
      '*',
      '.',
      'x',
      '\u2028',
    );
    fc.assert(
      fc.property(fc.string({ unit: part }), body => {
        if (readComment(body) === null) return;
        expect(said({ comment: { body } })).toMatchObject({ kind: 'accepted' });
      }),
    );
  });
});

describe('check_run and check_suite', () => {
  const accepted = {
    kind: 'accepted',
    content: {
      hints: [],
      instructions: [{ kind: 're-review', repository: OUR_REPOSITORY, headSha: HEAD }],
    },
  };

  test('a re-run of our check asks for a fresh look', () => {
    expect(checkRun('rerequested')).toEqual(accepted);
    const check_suite = { head_sha: HEAD, app: { id: APP } };
    const payload = { ...EVENT, action: 'rerequested', check_suite };
    expect(translate('check_suite', payload, CONTEXT)).toEqual(accepted);
  });

  test('the button that our check run shows is understood, another is not', () => {
    const press = (identifier: string) => checkRun('requested_action', { requested_action: { identifier } });
    expect(press(RE_REVIEW.identifier)).toEqual(accepted);
    expect(press('fix-it')).toMatchObject({
      kind: 'ignored',
      reason: expect.stringMatching(/not one of ours/),
    });
    expect(checkRun('requested_action')).toMatchObject({ kind: 'ignored' });
  });

  test("another app's check, and a bot's re-run, are left alone", () => {
    const check_run = { head_sha: HEAD, app: { id: APP + 1 } };
    expect(checkRun('rerequested', { check_run })).toMatchObject({ kind: 'ignored' });
    expect(checkRun('rerequested', { sender: { type: 'Bot' } })).toMatchObject({ kind: 'ignored' });
  });
});

describe('any payload', () => {
  const events = [...EVENTS.map(row => row.event), ...IGNORED_EVENTS.keys(), 'unheard_of'];
  const actions = EVENTS.flatMap(row => row.actions ?? []);

  test('gets an answer, and the same one each time', () => {
    const payload = fc.oneof(
      fc.jsonValue(),
      fc.record({
        action: fc.constantFrom(...actions),
        installation: fc.jsonValue(),
        repository: fc.jsonValue(),
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...events), payload, (event, anything) => {
        const translation = translate(event, anything, CONTEXT);
        expect(['accepted', 'ignored', 'unreadable']).toContain(translation.kind);
        expect(translate(event, anything, CONTEXT)).toEqual(translation);
      }),
    );
  });

  test('of a webhook without installation is left alone', () => {
    expect(push({ installation: undefined })).toMatchObject({ kind: 'ignored' });
  });
});
