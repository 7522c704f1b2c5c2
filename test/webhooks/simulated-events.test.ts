/** The events of the simulated GitHub, about installations and repositories, as intake understands them. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { translate } from '../../src/webhooks/events.ts';
import { type Simulator, startSimulator } from '../simulator/simulator.ts';
import type { WebhookEvent } from '../simulator/webhooks/event.ts';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());

/** As it goes over the wire. */
function understood({ event, payload }: WebhookEvent) {
  return translate(event, JSON.parse(JSON.stringify(payload)), { appId: simulator.app.appId });
}

test('a repository is introduced, followed to its new owner and forgotten at the old one', () => {
  const { webhooks } = simulator;
  const repository = simulator.addRepository({ owner: 'ada', name: 'notes', private: true });
  const { id: repositoryId } = repository;
  const ada = simulator.installation('ada');
  const grace = simulator.installOnAll('grace');

  const introduced = { kind: 'introduce', repositoryId, name: 'notes', private: true };
  expect(understood(webhooks.installation(ada.created()))).toMatchObject({
    content: { instructions: [{ ...introduced, owner: 'ada', installationId: ada.id }] },
  });

  const { removed, added, transferred } = repository.transfer('grace');
  if (removed === null || added === null || transferred === null) throw new Error('the app is on both');
  expect(understood(webhooks.installationRepositories(removed))).toMatchObject({
    content: { instructions: [{ kind: 'forget', installationId: ada.id, repositoryIds: [repositoryId] }] },
  });
  expect(understood(webhooks.installationRepositories(added))).toMatchObject({
    content: {
      instructions: [{ ...introduced, owner: 'grace', installationId: grace.id }],
      added: { installationId: grace.id, repositoryIds: [repositoryId] },
    },
  });
  const sighted = { repositoryId, owner: 'grace', name: 'notes', installationId: grace.id };
  expect(understood(webhooks.repository(transferred))).toMatchObject({
    content: { sightings: [{ repository: sighted }] },
  });
});

test('what is done to a repository is sighted, each time later', () => {
  const repository = simulator.addRepository({ owner: 'linus', name: 'kernel', files: { a: '' } });
  repository.commit('next', { a: '1' });
  const steps = [
    { change: () => repository.rename('tree'), seen: { name: 'tree' } },
    { change: () => repository.setVisibility('private'), seen: { private: true } },
    { change: () => repository.setDefaultBranch('next'), seen: { defaultBranch: 'next' } },
    { change: () => repository.setVisibility('public'), seen: { private: false } },
  ];
  let before = 0;
  for (const { change, seen } of steps) {
    const translation = understood(simulator.webhooks.repository(change()));
    expect(translation).toMatchObject({ content: { sightings: [{ repository: seen }] } });
    const sighting = translation.kind === 'accepted' ? translation.content.sightings?.[0] : undefined;
    expect(sighting?.observedAt).toBeGreaterThan(before);
    before = sighting?.observedAt ?? 0;
  }
});

test('a suspension and its end are told apart by time', () => {
  simulator.addRepository({ owner: 'alan', name: 'notes' });
  const installation = simulator.installation('alan');
  const held = [() => installation.suspend(), () => installation.unsuspend()].map(change => {
    const translation = understood(simulator.webhooks.installation(change()));
    return translation.kind === 'accepted' ? translation.content.suspension : undefined;
  });
  const { id: installationId } = installation;
  expect(held).toMatchObject([
    { installationId, suspended: true },
    { installationId, suspended: false },
  ]);
  expect(held[1]?.observedAt).toBeGreaterThan(held[0]?.observedAt ?? Number.POSITIVE_INFINITY);
});
