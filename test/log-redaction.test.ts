/**
 * The log of a whole process at its most talkative, dependencies included, while everything strangers write and every
 * secret carries a mark: none of the marks is in it, and the ids that an operator needs are.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { type ServerProcess, startServerProcess } from './helpers/server-process.ts';
import { type Simulator, startSimulator } from './simulator/simulator.ts';
import type { WebhookEvent } from './simulator/webhooks/event.ts';

/** Each in a place of its own, so that a leak says where it comes from. */
const MARKS = {
  heading: 'Kwyjibo1heading',
  text: 'Kwyjibo2text',
  table: 'Kwyjibo3table',
  code: 'Kwyjibo4code',
  address: 'kwyjibo5address',
  acceptance: 'Kwyjibo6acceptance',
  manifest: 'kwyjibo7manifest',
  settings: 'kwyjibo8settings',
  title: 'Kwyjibo9title',
  body: 'Kwyjibo10body',
  comment: 'Kwyjibo11comment',
  message: 'Kwyjibo12message',
  refusal: 'Kwyjibo13refusal',
  unreadable: 'Kwyjibo14unreadable',
  unsigned: 'Kwyjibo15unsigned',
};

const README = `# Parcels ${MARKS.heading}

Couriers wait for ${MARKS.text} while a clerk looks up each address by hand, which takes twenty minutes a parcel.

## Approach

We embed each address with ${MARKS.text} and ask ${'`'}${MARKS.code}${'`'}, see [the notes](https://example.org/${MARKS.address}).

| Model | Recall |
|---|---|
| ${MARKS.table} | 0.71 |

<!-- showwork: accept failures because ${MARKS.acceptance} -->
`;

const Line = z.object({ level: z.string(), msg: z.string() }).loose();

let simulator: Simulator;
let server: ServerProcess;
let folder: string;
const output: string[] = [];
let pushId = '';

beforeAll(async () => {
  simulator = await startSimulator();
  folder = mkdtempSync(join(tmpdir(), 'showwork-log-'));
  server = await startServerProcess(simulator, join(folder, 'data.sqlite'), { logLevel: 'debug', output });
  await makeEverythingHappen();
  await server.stop();
}, 60_000);
afterAll(async () => {
  await server.stop('SIGKILL');
  await simulator.close();
  rmSync(folder, { recursive: true });
});

async function makeEverythingHappen(): Promise<void> {
  const { webhooks, faults } = simulator;
  const deliver = (event: WebhookEvent, options: { secret?: string } = {}) =>
    webhooks.deliver({ url: server.webhookUrl, ...event, ...options });
  const repository = simulator.addRepository({ owner: 'ada', name: 'parcels' });
  const completed = (headSha: string, count = 1) =>
    simulator.until(() => {
      const runs = repository.checkRuns(headSha).filter(({ status }) => status === 'completed');
      return runs.length >= count ? true : undefined;
    });

  const files = {
    'README.md': README,
    'requirements.txt': `${MARKS.manifest}==1.0\n`,
    '.github/showwork.yml': `${MARKS.settings}: true\n`,
  };
  const push = repository.commit('main', files, { message: MARKS.message });
  pushId = (await deliver(webhooks.push(push))).deliveryId;
  await completed(push.after);

  const topic = repository.commit('topic', { 'README.md': `${README}\nMore ${MARKS.text}.\n` });
  const pull = repository.openPullRequest({ head: 'topic', title: MARKS.title, body: MARKS.body });
  await deliver(webhooks.pullRequest(pull));
  await completed(topic.after);
  for (const command of [
    '/review',
    '/review explain failures',
    '/review explian failures',
    '/review accept outcome because',
  ]) {
    const { number } = repository.openIssue({ title: MARKS.title, body: MARKS.body });
    const said = repository.comment(number, `${command} ${MARKS.comment}`);
    await deliver(webhooks.issueComment(said));
    const isAnswered = () =>
      repository.comments(number).length > 1 || repository.reactions(said.comment.id).length > 1;
    await simulator.until(() => isAnswered() || undefined);
  }

  // GitHub repeats what it refuses. The first is given up, the second is tried again.
  for (const fault of [
    { status: 403, body: { message: MARKS.refusal } },
    { status: 422, body: { message: `Invalid: ${MARKS.refusal}` } },
  ]) {
    const refused = repository.commit('main', { 'README.md': `${README}\n${fault.status}\n` });
    faults.next({ match: 'git/get-blob', ...fault });
    await deliver(webhooks.push(refused));
    await completed(refused.after);
  }

  const payload = { ref: { text: MARKS.unreadable }, installation: { id: MARKS.unreadable } };
  await deliver({ event: 'push', payload });
  await deliver({ event: 'push', payload: { text: MARKS.unsigned } }, { secret: MARKS.unsigned });
}

const lines = () =>
  output
    .join('')
    .split('\n')
    .filter(line => line !== '');

describe('the log of a process at level debug', () => {
  test('is lines of JSON and nothing else', () => {
    expect(lines().length).toBeGreaterThan(20);
    for (const line of lines()) expect(Line.safeParse(JSON.parse(line)).success).toBe(true);
    expect(lines().filter(line => line.includes('"level":"debug"')).length).toBeGreaterThan(5);
  });

  test('names the delivery, the target, the job and the reference id', () => {
    const log = lines().map(line => Line.parse(JSON.parse(line)));
    expect(log).toContainEqual(expect.objectContaining({ msg: 'event received', delivery: pushId }));
    const { id } = simulator.repository('ada/parcels');
    expect(log).toContainEqual(
      expect.objectContaining({ msg: 'job settled', job: `${id}/branch/main`, outcome: 'finished' }),
    );
    expect(log).toContainEqual(
      expect.objectContaining({
        msg: 'job given up',
        referenceId: expect.any(String),
        code: 'GITHUB_FORBIDDEN',
      }),
    );
    expect(log).toContainEqual(expect.objectContaining({ level: 'warn', code: 'GITHUB_UNAVAILABLE' }));
  });

  test.each(Object.entries(MARKS))('has nothing of the %s', (_, mark) => {
    expect(lines().filter(line => line.toLowerCase().includes(mark.toLowerCase()))).toEqual([]);
  });

  test('has nothing of them in JSON or in base64 either', () => {
    for (const mark of Object.values(MARKS)) {
      // Three ways in which it may lie in base64, less what depends on its neighbours.
      for (const shift of [0, 1, 2]) {
        const inBase64 = Buffer.from('x'.repeat(shift) + mark)
          .toString('base64')
          .slice(4, 16);
        expect(output.join('')).not.toContain(inBase64);
      }
    }
  });

  test('has no secret', () => {
    const { privateKey, webhookSecret } = simulator.app;
    const keyLines = privateKey.split('\n').filter(line => line.length > 20 && !line.startsWith('-----'));
    const log = output.join('');
    // The tokens of the simulator look like GitHub's; a JSON web token begins so.
    for (const secret of [webhookSecret, 'ghs_', 'eyJ', 'PRIVATE KEY', ...keyLines]) {
      expect(log).not.toContain(secret);
    }
  });
});
