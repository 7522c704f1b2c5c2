/** What installation and repository events come to: what is introduced, followed, held up and forgotten. */
import { describe, expect, test } from '@jest/globals';
import { translate } from '../../src/webhooks/events.ts';
import type { Content } from '../../src/webhooks/translation.ts';
import { CONTEXT, OUR_REPOSITORY, REPOSITORY } from './example-event.ts';

const installation = { id: 3, updated_at: 1_700_000_060 };

/** What the installation's event with these fields means. */
function told(event: string, action: string, fields: object = {}) {
  return translate(event, { action, installation, ...fields }, CONTEXT);
}

function accepted(content: Partial<Content>) {
  return { kind: 'accepted', content: { hints: [], instructions: [], ...content } };
}

function listed(id: number, name: string) {
  return { id, name, full_name: `ada/${name}`, private: false };
}

function introduced(repositoryId: number, name: string) {
  return {
    kind: 'introduce' as const,
    installationId: 3,
    repositoryId,
    owner: 'ada',
    name,
    private: false,
  };
}

describe('an installation', () => {
  test('introduces each of its repositories', () => {
    const repositories = [listed(5, 'notes'), listed(6, 'atlas')];
    expect(told('installation', 'created', { repositories })).toEqual(
      accepted({ instructions: [introduced(5, 'notes'), introduced(6, 'atlas')] }),
    );
  });

  test.each([{ repositories: [] }, {}])('without repositories, %j, is left alone', fields => {
    expect(told('installation', 'created', fields)).toMatchObject({ kind: 'ignored' });
  });

  test('that is suspended holds up what waits, and goes on when that ends', () => {
    const suspension = { installationId: 3, suspended: true, observedAt: 1_700_000_060 };
    expect(told('installation', 'suspend')).toEqual(accepted({ suspension }));
    expect(told('installation', 'unsuspend')).toEqual(
      accepted({ suspension: { ...suspension, suspended: false } }),
    );
  });

  test('that is removed is forgotten', () => {
    expect(told('installation', 'deleted')).toEqual(
      accepted({ instructions: [{ kind: 'forget', installationId: 3, repositoryIds: null }] }),
    );
  });

  test('with new permissions, or another name of its account, is left alone', () => {
    expect(told('installation', 'new_permissions_accepted')).toMatchObject({ kind: 'ignored' });
    expect(told('installation_target', 'renamed')).toMatchObject({
      kind: 'ignored',
      reason: expect.stringMatching(/names no repository/),
    });
  });
});

describe('repositories of an installation', () => {
  const changed = (added: readonly object[], removed: readonly object[], action = 'added') =>
    told('installation_repositories', action, {
      repositories_added: added,
      repositories_removed: removed,
    });
  const forget = { kind: 'forget' as const, installationId: 3, repositoryIds: [5] };
  const added = { installationId: 3, repositoryIds: [6] };

  test('that are added are introduced, and removed no more', () => {
    expect(changed([listed(6, 'atlas')], [])).toEqual(
      accepted({ instructions: [introduced(6, 'atlas')], added }),
    );
  });

  test('that are removed are forgotten', () => {
    expect(changed([], [listed(5, 'notes')], 'removed')).toEqual(accepted({ instructions: [forget] }));
  });

  test.each(['added', 'removed'])('may come and go in one event, %s', action => {
    expect(changed([listed(6, 'atlas')], [listed(5, 'notes')], action)).toEqual(
      accepted({ instructions: [forget, introduced(6, 'atlas')], added }),
    );
  });

  test('that are none are left alone', () => {
    expect(changed([], [])).toMatchObject({ kind: 'ignored' });
  });
});

describe('a repository', () => {
  const repository = { ...REPOSITORY, updated_at: '2023-11-14T22:14:20Z', pushed_at: '2023-11-14T22:13:20Z' };
  const followed = (action: string, fields: object = {}) =>
    told('repository', action, { repository, ...fields });
  const sighted = accepted({ sightings: [{ repository: OUR_REPOSITORY, observedAt: 1_700_000_060 }] });

  test.each(['renamed', 'transferred', 'privatized', 'publicized'])('that is %s is followed', action => {
    expect(followed(action)).toEqual(sighted);
  });

  test('that is edited is followed to another default branch only', () => {
    expect(followed('edited', { changes: { default_branch: { from: 'master' } } })).toEqual(sighted);
    expect(followed('edited', { changes: { description: { from: null } } })).toMatchObject({
      kind: 'ignored',
    });
  });

  test.each([
    ['2023-11-14T22:13:20Z', '2023-11-14T22:14:20Z'],
    ['2023-11-14T22:14:20Z', null],
  ])('was seen at the later of its times: updated %s, pushed %s', (updated_at, pushed_at) => {
    expect(followed('renamed', { repository: { ...repository, updated_at, pushed_at } })).toEqual(sighted);
  });

  test('that is deleted is forgotten', () => {
    expect(followed('deleted', { repository: { id: 7 } })).toEqual(
      accepted({ instructions: [{ kind: 'forget', installationId: 3, repositoryIds: [7] }] }),
    );
  });

  test.each(['created', 'archived', 'unarchived'])('that is %s is left alone', action => {
    expect(followed(action)).toMatchObject({ kind: 'ignored' });
  });
});
