import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { z } from 'zod';
import { idOf, readProductionPackages } from '../../scripts/supply-chain/lock-file.ts';
import { readCompiledRubrics } from '../../src/engine/compiled-rubrics.ts';
import { type Simulator, startSimulator } from '../simulator/simulator.ts';
import { buildImage, type Image, linkModules } from './container/build-image.ts';
import { type OwnService, readCompose } from './container/read-compose.ts';
import { readDockerfile } from './container/read-dockerfile.ts';
import { type Container, runToEnd, startContainer } from './container/run-container.ts';
import { createDatabase } from './container/test-database.ts';
import { run } from './run.ts';

const ROOT = join(import.meta.dirname, '../..');
const BUILDING_MS = 300_000;
/** Up to seven processes, one after the other. */
jest.setTimeout(180_000);

/** The first command of the gate is the same: it has been tried when this runs. */
const STAND_INS = { 'npm ci --ignore-scripts --no-audit --no-fund': linkModules(ROOT) };

/** What `docker compose exec` runs beside a server, in the folder and with the variables of its service. */
const EXEC = ['node', 'dist/cli.js', 'deliveries', 'list'];

let folder: string;
let image: Image;
let simulator: Simulator;
let containers: Container[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'showwork-image-'));
  chmodSync(folder, 0o755);
  image = await buildImage(readDockerfile(join(ROOT, 'Dockerfile')), ROOT, folder, STAND_INS);
  simulator = await startSimulator();
  containers = [];
}, BUILDING_MS);
afterAll(async () => {
  for (const container of containers) await container.stop();
  await simulator.close();
  for (const path of ['', 'app']) chmodSync(join(image.root, path), 0o755);
  rmSync(folder, { recursive: true });
});

const Sbom = z.object({
  bomFormat: z.string(),
  components: z.array(z.object({ name: z.string(), version: z.string() })),
});

/** What an operator has in `.env`. */
function envFile(): Record<string, string> {
  const { appId, privateKey, webhookSecret } = simulator.app;
  return {
    APP_ID: String(appId),
    PRIVATE_KEY: privateKey,
    WEBHOOK_SECRET: webhookSecret,
    GITHUB_BASE_URL: simulator.baseUrl,
    HOST: 'localhost',
    DATA_PATH: 'showwork-data/of-a-laptop.sqlite',
  };
}

describe('the image', () => {
  test('holds what runs and nothing that builds', () => {
    expect(readdirSync(join(image.root, 'app')).sort()).toEqual(
      [
        '.env.example',
        'app.yml',
        'dist',
        'models',
        'node_modules',
        'package.json',
        'rubrics',
        'sbom.cdx.json',
      ].sort(),
    );
    expect(readdirSync(join(image.root, 'app/models'))).toEqual(['verdicts.en.generated.json']);
    for (const tool of ['typescript', 'jest', '@biomejs'])
      expect(existsSync(join(image.root, 'app/node_modules', tool))).toBe(false);
    expect(readdirSync(join(image.root, 'usr/local/bin'))).toEqual(['node']);
    for (const path of ['opt', 'usr/local/lib']) expect(readdirSync(join(image.root, path))).toEqual([]);
  });

  test('says which packages it holds', () => {
    const written = JSON.parse(readFileSync(join(image.root, 'app/sbom.cdx.json'), 'utf8'));
    const { bomFormat, components } = Sbom.parse(written);
    expect(bomFormat).toBe('CycloneDX');
    expect(components.map(idOf).sort()).toEqual(readProductionPackages().map(idOf).sort());
  });

  test('runs as a user who is not root and can write nowhere but in /data', async () => {
    expect(image.user).toBe('1000:1000');
    const write = (path: string) =>
      runToEnd(image, ['node', '-e', 'fs.writeFileSync(process.argv[1], "")', path], {});
    for (const path of ['/new', '/app/new', 'new']) {
      const { code, said } = await write(path);
      expect(said).toMatch(/EACCES|EROFS/);
      expect(code).toBe(1);
    }
    expect(await write('/data/new')).toEqual({ code: 0, said: '' });
  });

  test('begins with the compiled rubrics', () => {
    expect(readCompiledRubrics(pathToFileURL(join(image.root, 'app/')))).not.toBeNull();
  });

  test('runs every command of showwork', async () => {
    const { code, said } = await runToEnd(image, [...image.entrypoint, 'rubric', 'check'], {});
    expect(said).toContain('rubrics/base.yml: 6 criteria, every example as it should be');
    expect(code).toBe(0);
  });

  test('without credentials says what to do, and ends', async () => {
    const { code, said } = await runToEnd(image, [...image.entrypoint, ...image.cmd], {});
    expect(code).toBe(78);
    expect(said).toContain('.env.example');
  });
});

describe('compose.embedded.yaml', () => {
  test('starts one container that is healthy, reviews, and ends when it is asked to', async () => {
    const { own, foreign, volumes } = readCompose(join(ROOT, 'compose.embedded.yaml'), {});
    expect({ services: Object.keys(own), foreign, volumes }).toEqual({
      services: ['showwork'],
      foreign: {},
      volumes: ['data'],
    });
    const service = own['showwork'];
    expect(service).toMatchObject({ ports: ['127.0.0.1:3000:3000'], volumes: ['data:/data'] });

    const environment = { ...envFile(), ...service?.environment };
    const container = await startContainer(image, environment, service?.command);
    containers.push(container);
    expect(await container.checkHealth()).toBe(0);
    expect(await runToEnd(image, EXEC, environment)).toEqual({ code: 0, said: 'Nothing was given up.\n' });
    const repository = simulator.addRepository({ owner: 'ada', name: 'contained' });
    const push = repository.commit('main', { 'README.md': '# Notes\n' });
    const url = `${container.url}/api/github/webhooks`;
    await simulator.webhooks.deliver({ url, ...simulator.webhooks.push(push) });
    expect(await simulator.until(() => repository.checkRuns(push.after)[0])).toMatchObject({
      status: 'completed',
    });
    expect(readdirSync(join(image.root, 'data'))).toContain('showwork.sqlite');
    containers.pop();
    expect(await container.stop()).toBe(0);
    expect(await container.checkHealth()).toBe(1);
  });
});

describe('compose.yaml', () => {
  const compose = readCompose(join(ROOT, 'compose.yaml'), { POSTGRES_PASSWORD: 'p0' });
  const { web, worker } = compose.own;

  test('has one process that is reached from outside, two that work, and a database that both wait for', () => {
    expect(Object.keys(compose.own)).toEqual(['web', 'worker']);
    expect(web).toMatchObject({ command: ['serve', '--role', 'web'], ports: ['127.0.0.1:3000:3000'] });
    expect(worker).toMatchObject({
      command: ['serve', '--role', 'worker'],
      ports: [],
      deploy: { replicas: 2 },
    });
    for (const { depends_on, environment } of Object.values(compose.own)) {
      expect(depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
      expect(environment['DATABASE_URL']).toBe('postgres://showwork:p0@postgres:5432/showwork');
    }
    const { environment, volumes } = compose.foreign['postgres'] ?? {};
    expect(environment).toEqual({
      POSTGRES_USER: 'showwork',
      POSTGRES_DB: 'showwork',
      POSTGRES_PASSWORD: 'p0',
    });
    expect(volumes).toEqual(['postgres:/var/lib/postgresql/data']);
    expect(compose.volumes).toEqual(['postgres']);
  });

  test('serves and works in separate processes', async () => {
    const database = await createDatabase();
    if (database === null) {
      if (process.env['CI'] === 'true') throw new Error('No PostgreSQL server answers.');
      process.stderr.write('postgres: skipped (compose.yaml)\n');
      return;
    }
    const started: Container[] = [];
    try {
      // The name of the other container is this machine's, and its password is not needed here.
      const environmentOf = ({ environment }: OwnService) => ({
        ...envFile(),
        ...environment,
        DATABASE_URL: database.url,
      });
      const start = async (service: OwnService) => {
        started.push(await startContainer(image, environmentOf(service), service.command));
      };
      for (const service of [web, worker, worker]) if (service !== undefined) await start(service);
      expect(await Promise.all(started.map(each => each.checkHealth()))).toEqual([0, 0, 0]);
      if (worker !== undefined)
        expect(await runToEnd(image, EXEC, environmentOf(worker))).toMatchObject({ code: 0 });
      const repository = simulator.addRepository({ owner: 'ada', name: 'spread' });
      const push = repository.commit('main', { 'README.md': '# Notes\n' });
      const url = `${started[0]?.url}/api/github/webhooks`;
      await simulator.webhooks.deliver({ url, ...simulator.webhooks.push(push) });
      const made = await simulator.until(() => repository.checkRuns(push.after)[0]);
      expect(made).toMatchObject({ status: 'completed' });
      expect(await Promise.all(started.splice(0).map(each => each.stop()))).toEqual([0, 0, 0]);
      const [program = '', ...ready] = compose.foreign['postgres']?.healthcheck.test.slice(1) ?? [];
      const env = { PGHOST: new URL(database.url).hostname, PGPORT: new URL(database.url).port };
      expect(await run(program, ready, { cwd: folder, env })).toMatchObject({ code: 0 });
    } finally {
      for (const container of started) await container.stop();
      await database.drop();
    }
  });
});
