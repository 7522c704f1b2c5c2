/** Several processes on one PostgreSQL schema; two stores in one process stand for two of them. */
import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import { ShowworkError } from '../../src/errors.ts';
import { targetKey } from '../../src/jobs.ts';
import { systemAlarm } from '../../src/store/alarm.ts';
import {
  comment,
  delivery,
  hint,
  REPOSITORY,
  repository,
  reReview,
  sha,
  uninstall,
} from '../contracts/examples.ts';
import { createManualTime, type ManualTime } from '../contracts/manual-time.ts';
import { createScriptedWorker, type Script } from '../contracts/scripted-worker.ts';
import { createPostgresSchemas, describeOnPostgres, type OpenOnPostgres } from './postgres-schemas.ts';

const schemas = createPostgresSchemas();
afterEach(schemas.cleanUp);
afterAll(schemas.drop);

const MAIN_KEY = targetKey(hint().target);
const { installationId, repositoryId } = REPOSITORY;
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
const branch = (name: string | number, of = REPOSITORY) =>
  hint({ repository: of, ref: { kind: 'branch', branch: `b${name}` } });
const numbered = (number: number) =>
  repository({ installationId: installationId + number, repositoryId: repositoryId + number });

describeOnPostgres('two processes', () => {
  let url: string;
  let time: ManualTime;
  let one: OpenOnPostgres;
  let two: OpenOnPostgres;
  beforeEach(async () => {
    url = await schemas.newUrl();
    time = createManualTime();
    // They look at each other's jobs from time to time, by true time.
    const setAlarm = systemAlarm(time);
    const open = () => schemas.openAt(url, { time, setAlarm });
    [one, two] = await Promise.all([open(), open()]);
  });
  const query = (text: string) => schemas.query(url, text);
  /** Both work; each is idle when both are. */
  const workBoth = (script?: Script) => {
    const workers = [createScriptedWorker(script), createScriptedWorker(script)] as const;
    one.queue.work(workers[0]);
    two.queue.work(workers[1]);
    return workers;
  };
  const allIdle = async () => {
    await one.queue.idle();
    await two.queue.idle();
  };

  test('that start at once on an empty schema migrate it once', async () => {
    const empty = await schemas.newUrl();
    const stores = await Promise.all(numbers(4).map(() => schemas.openAt(empty)));
    await stores[0]?.store.accept(delivery({ hints: [hint()] }));
    expect(await stores[3]?.store.readTarget(MAIN_KEY)).toMatchObject({ requested: 1 });
  });

  test('take one delivery in once, however often it comes', async () => {
    const same = delivery({ hints: [hint()] });
    const answers = await Promise.all(
      numbers(20).map(turn => (turn % 2 === 0 ? one : two).store.accept(same)),
    );
    expect(answers.filter(answer => answer === 'accepted')).toHaveLength(1);
    expect(await one.store.readTarget(MAIN_KEY)).toMatchObject({ requested: 1 });
  });

  test('raise a target once for each of many hints, and agree on the newest head', async () => {
    await Promise.all(
      numbers(60).map(second =>
        (second % 2 === 0 ? one : two).store.accept(
          delivery({ hints: [hint({ head: sha(second), observedAt: 1_000 + second })] }),
        ),
      ),
    );
    expect(await two.store.readTarget(MAIN_KEY)).toMatchObject({ requested: 60, head: sha(59) });
  });

  test('take in what crosses, each in another order, without waiting for each other for ever', async () => {
    const many = numbers(20).map(numbered);
    const hintsOf = (of: typeof many) => of.map(one => branch(1, one));
    // A deadlock would only be resolved after a minute.
    const patient = new URL(url);
    patient.searchParams.set('options', `${patient.searchParams.get('options')} -c deadlock_timeout=1min`);
    const [one, two] = await Promise.all([schemas.openAt(patient.href), schemas.openAt(patient.href)]);
    const began = performance.now();
    const answers = await Promise.all(
      numbers(30).map(round =>
        round % 2 === 0
          ? one.store.accept(delivery({ hints: hintsOf(many) }))
          : two.store.accept(delivery({ hints: hintsOf(many.toReversed()) })),
      ),
    );
    expect(new Set(answers)).toEqual(new Set(['accepted']));
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  test('give each job to one of them, and the newest request always gets its run', async () => {
    const seen = new Map<string, number>();
    const [first, second] = workBoth(async key => {
      const state = await one.store.readTarget(key);
      if (state !== null) {
        await one.store.finishTarget(key, state.requested);
        seen.set(key, state.requested);
      }
      return null;
    });
    await Promise.all(
      numbers(100).map(turn =>
        (turn % 2 === 0 ? one : two).store.accept(delivery({ hints: [branch(turn % 5)] })),
      ),
    );
    await allIdle();
    for (const name of numbers(5)) {
      const key = targetKey(branch(name).target);
      expect(await one.store.readTarget(key)).toMatchObject({ requested: 20, done: 20 });
    }
    expect(first.runs.length + second.runs.length).toBeGreaterThanOrEqual(5);
  });

  test('never run one key twice at a time', async () => {
    let running = 0;
    let most = 0;
    workBoth(async () => {
      running += 1;
      most = Math.max(most, running);
      await one.store.readTarget(MAIN_KEY);
      running -= 1;
      return null;
    });
    for (const turn of numbers(30)) {
      await (turn % 2 === 0 ? one : two).store.accept(delivery({ hints: [hint()] }));
    }
    await allIdle();
    expect(most).toBe(1);
  });

  test('keep the instructions of one commit in order', async () => {
    const order: string[] = [];
    const instruct = (id: string) => one.store.accept(delivery({ id, instructions: [reReview(sha(1))] }));
    for (const id of ['a', 'b', 'c', 'd']) await instruct(id);
    workBoth(key => {
      order.push(key);
      return null;
    });
    await allIdle();
    expect(order).toEqual(['a#0', 'b#0', 'c#0', 'd#0']);
  });

  test('keep the cap of an installation together', async () => {
    const gate = Promise.withResolvers<null>();
    const script = () => gate.promise;
    const elsewhere = branch(1, numbered(2));
    await one.store.accept(delivery({ hints: numbers(12).map(number => branch(number)) }));
    const first = createScriptedWorker(script);
    const full = await schemas.openAt(url, { time, limits: { total: 4 } });
    full.queue.work(first);
    await first.started(4);
    await two.store.accept(delivery({ hints: [elsewhere] }));
    const second = createScriptedWorker(script);
    two.queue.work(second);
    // It takes all that it may at one look.
    await second.started(1);
    expect(second.runs).toEqual([targetKey(elsewhere.target)]);
    gate.resolve(null);
    await two.queue.idle();
    expect(first.most.all).toBe(4);
    expect(first.runs.length + second.runs.length).toBe(13);
  });

  test('wake each other: what one takes in, the other works off', async () => {
    const worker = createScriptedWorker();
    two.queue.work(worker);
    await two.queue.idle();
    await one.store.accept(delivery({ hints: [hint()] }));
    await worker.started(1);
    expect(worker.runs).toEqual([MAIN_KEY]);
  });

  test('keep the limit of writes together', async () => {
    let granted = 0;
    for (const _minute of numbers(20)) {
      const asked = numbers(30).map(turn => (turn % 2 === 0 ? one : two).limiter.take(installationId));
      granted += (await Promise.all(asked)).filter(answer => answer === null).length;
      time.advance(60_000);
    }
    // A burst of 100, and one each nine seconds.
    expect(granted).toBe(100 + Math.floor((19 * 60) / 9));
  });

  test('make one intent for a commit, and one of them claims it', async () => {
    await one.store.accept(delivery({ hints: [hint()] }));
    const intents = await Promise.all(
      numbers(10).map(turn => (turn % 2 === 0 ? one : two).publications.intend(REPOSITORY, sha(1), null)),
    );
    expect(intents.filter(intent => intent.created)).toHaveLength(1);
    const given = intents[0]?.publication;
    if (given === undefined) throw new Error('nothing was intended');
    const claims = await Promise.all(
      numbers(10).map(turn => (turn % 2 === 0 ? one : two).publications.claim(given)),
    );
    expect(claims.filter(claim => claim !== null)).toHaveLength(1);
  });

  test('answer one comment alike', async () => {
    const asked = { repository: REPOSITORY, issueNumber: 5, author: 'mallory' };
    const told = await Promise.all(
      numbers(10).map(commentId =>
        (commentId % 2 === 0 ? one : two).commands.mayDecline({ ...asked, commentId: 1 + commentId }),
      ),
    );
    expect(told.filter(Boolean)).toHaveLength(1);
  });

  test('leave nothing of an installation that is removed while others write about it', async () => {
    await one.store.accept(delivery({ hints: numbers(5).map(number => branch(number)) }));
    const ignoringTheRemoval = (action: Promise<unknown>) => action.catch(() => {});
    await Promise.all([
      ...numbers(20).flatMap(number => [
        ignoringTheRemoval(two.publications.intend(REPOSITORY, sha(number), null)),
        ignoringTheRemoval(two.posts.intend(REPOSITORY, `thread/${number}`, 'marker')),
        two.reports.save(repositoryId, `inputs-${number}`, []),
        two.limiter.take(installationId),
        two.store.accept(delivery({ hints: [branch(`late-${number}`)] })),
        two.store.accept(delivery({ instructions: [comment(number + 1)] })),
      ]),
      one.store.accept(delivery({ instructions: [uninstall()] })),
      one.store.forget(installationId, null),
    ]);
    await one.store.forget(installationId, null);
    for (const table of [
      'repositories',
      'targets',
      'publications',
      'posts',
      'reports',
      'jobs',
      'write_limits',
    ]) {
      expect({ table, rows: await query(`select * from ${table}`) }).toEqual({ table, rows: [] });
    }
  });

  test('hold a lease one at a time, until it runs out or is given back', async () => {
    const LONG = 60_000;
    const won = await Promise.all([one.leases.tryHold('sweep', LONG), two.leases.tryHold('sweep', LONG)]);
    expect(won.toSorted()).toEqual([false, true]);
    const [holder, other] = won[0] ? [one, two] : [two, one];
    await other.leases.release('sweep');
    expect(await other.leases.tryHold('sweep', LONG)).toBe(false);
    await holder.leases.release('sweep');
    expect(await other.leases.tryHold('sweep', LONG)).toBe(true);
    await query(`update leases set expires_at = 0 where name = 'sweep'`);
    expect(await holder.leases.tryHold('sweep', LONG)).toBe(true);
    expect(await other.leases.tryHold('sweep', LONG)).toBe(false);
  });

  test('let go what one of them released on its way out', async () => {
    const hanging = createScriptedWorker(() => new Promise<null>(() => {}));
    one.queue.work(hanging);
    await one.store.accept(delivery({ hints: [hint()] }));
    await hanging.started(1);
    const stopped = one.queue.stop(time.now());
    const worker = createScriptedWorker();
    two.queue.work(worker);
    await stopped;
    time.advance(1_000);
    await worker.started(1);
    await two.queue.idle();
    expect(worker.runs).toEqual([MAIN_KEY]);
  });

  test('let go what one of them left when its lease runs out, and do not hear its late result', async () => {
    const gate = Promise.withResolvers<null>();
    const late = createScriptedWorker(() => gate.promise);
    one.queue.work(late);
    await one.store.accept(delivery({ hints: [hint()] }));
    await late.started(1);
    await query(`update leases set expires_at = 0`);
    const worker = createScriptedWorker(() => {
      throw new ShowworkError('GITHUB_FORBIDDEN', 'HTTP 403');
    });
    two.queue.work(worker);
    await worker.started(1);
    gate.resolve(null);
    await allIdle();
    expect(worker.givenUp).toHaveLength(1);
    expect(late.runs).toEqual([MAIN_KEY]);
  });
});
