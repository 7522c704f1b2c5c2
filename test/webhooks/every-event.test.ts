import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Instruction, targetKey } from '../../src/jobs.ts';
import type { Delivery } from '../../src/ports.ts';
import { translate } from '../../src/webhooks/events.ts';
import { deliver } from '../helpers/deliver.ts';
import { readWebhookExamples, type WebhookExample } from '../helpers/webhook-examples.ts';
import {
  EXPECTED_AS_PUBLISHED,
  EXPECTED_EVENTS,
  type Expected,
  OUR_APP,
  OUR_INSTALLATION,
} from './expected-events.ts';
import { type RunningIntake, SECRET, startIntake } from './start-intake.ts';

const EXAMPLES = readWebhookExamples('api.github.com');

/** The payload as an installed app gets it: events of an installation name it, checks are our own. */
function asSentToUs(example: WebhookExample): Record<string, unknown> {
  const payload: Record<string, unknown> = structuredClone(example.payload);
  if (!example.event.startsWith('installation')) {
    Object.assign(payload, { installation: { id: OUR_INSTALLATION } });
  }
  for (const name of ['check_run', 'check_suite']) {
    const check = payload[name];
    if (typeof check === 'object' && check !== null) Object.assign(check, { app: { id: OUR_APP } });
  }
  return payload;
}

/** A stored delivery in the words of the table. */
function inWords(delivery: Delivery): Expected[] {
  const hints = delivery.hints.map(({ target, head, observedAt }) => ({
    target: targetKey(target),
    head,
    observedAt,
    installation: target.repository.installationId,
  }));
  const sightings = (delivery.sightings ?? []).map(({ repository, observedAt }) => {
    const { repositoryId, owner, name, defaultBranch, installationId } = repository;
    const sighting = `${owner}/${name}, ${defaultBranch}, ${repository.private ? 'private' : 'public'}`;
    return { sighting, repository: repositoryId, observedAt, installation: installationId };
  });
  const { suspension: held } = delivery;
  const suspension = held && {
    suspended: held.suspended,
    observedAt: held.observedAt,
    installation: held.installationId,
  };
  const instructions = delivery.instructions.map(instructionInWords);
  return [...hints, ...sightings, ...instructions, ...(suspension ? [suspension] : [])];
}

function instructionInWords(instruction: Instruction): Expected {
  switch (instruction.kind) {
    case 'forget': {
      const { repositoryIds, installationId: installation } = instruction;
      return { forget: repositoryIds ?? 'everything', installation };
    }
    case 'introduce': {
      const { owner, name, repositoryId: repository, installationId: installation } = instruction;
      return { introduce: `${owner}/${name}`, repository, installation };
    }
  }
  const { repositoryId: repository, installationId: installation } = instruction.repository;
  switch (instruction.kind) {
    case 'comment':
      return { comment: instruction.commentId, repository, installation };
    case 're-review':
      return { reReview: instruction.headSha, repository, installation };
    case 'dashboard-ticked':
      return { dashboard: instruction.issueNumber, repository, installation };
  }
}

function isList(value: unknown): value is readonly Expected[] {
  return Array.isArray(value);
}

function expectedOf(example: WebhookExample, published: boolean): Expected | undefined {
  const expected =
    (published ? EXPECTED_AS_PUBLISHED[example.key] : undefined) ?? EXPECTED_EVENTS[example.key];
  return isList(expected) ? expected[example.index] : expected;
}

describe('every example payload, signed and sent over HTTP', () => {
  let intake: RunningIntake;

  beforeAll(async () => {
    intake = await startIntake();
  });
  afterAll(async () => {
    await intake.close();
  });

  test('the table names every event and action of the examples, and no other', () => {
    const keys = new Set(EXAMPLES.map(example => example.key));
    expect(Object.keys(EXPECTED_EVENTS).toSorted()).toEqual([...keys].toSorted());
    expect([...keys]).toEqual(expect.arrayContaining(Object.keys(EXPECTED_AS_PUBLISHED)));
  });

  test.each([
    ['as an installed app gets it', false],
    ['as published', true],
  ])('comes to what the table says: %s', async (_name, published) => {
    for (const [number, example] of EXAMPLES.entries()) {
      const id = `${published ? 'published' : 'ours'}-${number}`;
      const where = `${example.key}, example ${example.index}`;
      const payload = published ? example.payload : asSentToUs(example);
      const answer = await deliver({ url: intake.url, secret: SECRET, id, event: example.event, payload });

      const expected = expectedOf(example, published);
      const stored = intake.store.deliveries.find(delivery => delivery.id === id);
      if (expected !== undefined && 'ignored' in expected) {
        const body = { result: 'ignored', reason: expected.ignored };
        expect({ where, ...answer, stored }).toEqual({ where, status: 202, body, stored: undefined });
        continue;
      }
      const body = { result: 'accepted' };
      const words = stored === undefined ? [] : inWords(stored);
      expect({ where, ...answer, words }).toEqual({ where, status: 202, body, words: [expected] });
      expect(stored).toMatchObject({
        event: example.event,
        action: example.payload.action ?? null,
      });
    }
  });

  test.each(['ghes-31', 'ghes-35'])('a payload of %s is understood too', host => {
    for (const { event, payload } of readWebhookExamples(host)) {
      const translation = translate(event, { ...payload, installation: { id: 1 } }, { appId: OUR_APP });
      expect({ event, ...translation }).not.toMatchObject({ kind: 'unreadable' });
    }
  });
});
