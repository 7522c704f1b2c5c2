import { describe, expect, test } from '@jest/globals';
import { readDashboardBox } from '../../src/webhooks/dashboard-box.ts';
import { translate } from '../../src/webhooks/events.ts';
import { APP, CONTEXT, EVENT, OUR_REPOSITORY } from './example-event.ts';

const MARKER = '<!-- showwork:dashboard 5f2c -->';

/** A dashboard as it stands on GitHub, which keeps the line ends of whoever edited last. */
function dashboard(box: string, lineEnd = '\n'): string {
  return [MARKER, 'How the READMEs stand', `${box} <!-- showwork:re-review --> Review again`, ''].join(
    lineEnd,
  );
}

describe('the box on the dashboard', () => {
  test.each([
    ['- [ ]', 'open'],
    ['- [x]', 'ticked'],
    ['- [X]', 'ticked'],
    ['> - [x]', null],
    ['* [y]', null],
  ])('%s is %s', (box, state) => {
    expect(readDashboardBox(dashboard(box))).toBe(state);
    expect(readDashboardBox(dashboard(box, '\r\n'))).toBe(state);
  });

  test('counts on a dashboard only, and by its own comment only', () => {
    expect(readDashboardBox(dashboard('- [x]').replace(MARKER, ''))).toBeNull();
    expect(readDashboardBox(`${MARKER}\n- [x] something else`)).toBeNull();
    expect(readDashboardBox('')).toBeNull();
  });
});

describe('an edited issue', () => {
  const issue = { number: 9, body: dashboard('- [x]'), performed_via_github_app: { id: APP } };
  const edited = (change: { issue?: object; changes?: object; sender?: object } = {}) => {
    const changes = { body: { from: dashboard('- [ ]') } };
    const payload = { ...EVENT, action: 'edited', changes, ...change, issue: { ...issue, ...change.issue } };
    return translate('issues', payload, CONTEXT);
  };

  test('is an instruction where a person ticked the box on our dashboard', () => {
    const instruction = { kind: 'dashboard-ticked', repository: OUR_REPOSITORY, issueNumber: 9 };
    expect(edited()).toEqual({ kind: 'accepted', content: { hints: [], instructions: [instruction] } });
  });

  test.each([
    ['of another author', { issue: { performed_via_github_app: null } }, /not written by this app/],
    ['of another app', { issue: { performed_via_github_app: { id: APP + 1 } } }, /not written by this app/],
    ['by a bot', { sender: { type: 'Bot' } }, /bot/],
    ['whose box is open', { issue: { body: dashboard('- [ ]') } }, /not ticked/],
    ['whose box was ticked before', { changes: { body: { from: dashboard('- [X]') } } }, /not ticked/],
    ['in its title only', { changes: { title: { from: 'Old' } } }, /not ticked/],
    ['without a body', { issue: { body: null } }, /not ticked/],
  ])('%s is left alone', (_case, change, reason) => {
    expect(edited(change)).toEqual({ kind: 'ignored', reason: expect.stringMatching(reason) });
  });

  test.each(['opened', 'closed', 'deleted'])('that is %s is left alone', action => {
    const payload = { ...EVENT, action, issue };
    expect(translate('issues', payload, CONTEXT)).toMatchObject({ kind: 'ignored' });
  });
});
