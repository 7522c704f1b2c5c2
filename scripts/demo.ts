/**
 * Showwork from end to end without GitHub: the real server process, the embedded store and a simulated GitHub, over HTTP on
 * loopback. A learner pushes a repository, then opens a pull request that adds a section; each time you see what GitHub
 * would now show. Nothing is canned: change `fixtures/learner/README.md` and the demo says something else.
 *
 *   npm run demo              shows both, then watches the fixture and reviews again on save
 *   npm run demo -- --once    shows both and ends
 */
import { mkdtempSync, readFileSync, rmSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startServerProcess } from '../test/helpers/server-process.ts';
import { startSimulator } from '../test/simulator/simulator.ts';
import { readLearnerFolder } from './demo/learner-folder.ts';
import { Stage } from './demo/stage.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const LEARNER = join(ROOT, 'fixtures/learner');
const NEW_SECTION = join(ROOT, 'fixtures/learner-pull-request/section.md');

const { values } = parseArgs({ options: { once: { type: 'boolean', default: false } } });

const data = mkdtempSync(join(tmpdir(), 'showwork-demo-'));
const simulator = await startSimulator();
const server = await startServerProcess(simulator, join(data, 'showwork.sqlite'));
const repository = simulator.addRepository({ owner: 'ada', name: 'tenancy-answers' });
const stage = new Stage({ simulator, server, repository, page: join(ROOT, 'demo-output/index.html') });

try {
  await stage.push(
    'A learner pushes a repository to main',
    repository.commit('main', readLearnerFolder(LEARNER)),
  );

  repository.createBranch('what-did-not-work');
  const readme = readFileSync(join(LEARNER, 'README.md'), 'utf8') + readFileSync(NEW_SECTION, 'utf8');
  repository.commit('what-did-not-work', { 'README.md': readme }, { message: 'Tell what did not work' });
  await stage.pullRequest(
    'A pull request adds a section about what did not work',
    repository.openPullRequest({ head: 'what-did-not-work', title: 'Tell what did not work' }),
  );

  if (!values.once) await reviewOnSave();
} finally {
  await server.stop();
  await simulator.close();
  rmSync(data, { recursive: true });
}

/** Ends when the process is interrupted. */
async function reviewOnSave(): Promise<void> {
  console.log('\nWatching fixtures/learner: save README.md and it is reviewed again. Ctrl-C ends.');
  const interrupted = new Promise<void>(resolve => process.once('SIGINT', resolve));
  let last = readFileSync(join(LEARNER, 'README.md'), 'utf8');
  let turn = Promise.resolve();
  const watcher = watch(LEARNER, { recursive: true }, () => {
    turn = turn.then(async () => {
      const text = readFileSync(join(LEARNER, 'README.md'), 'utf8');
      if (text === last) return;
      last = text;
      await stage.push(
        'README.md was saved and pushed',
        repository.commit('main', readLearnerFolder(LEARNER)),
      );
    });
  });
  await interrupted;
  watcher.close();
  await turn;
}
