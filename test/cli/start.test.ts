import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

const PROGRAM = join(import.meta.dirname, '../../src/cli/program.ts');
/** What only some commands need, and what takes long to load. */
const DEAR = ['eld', 'fastify', 'kysely', 'markdown-it', 'pg', 'piscina', 'yaml'];

test('the command line starts without loading what only some commands need', async () => {
  const script = `
    import { registerHooks } from 'node:module';
    const loaded = new Set();
    registerHooks({
      load(url, context, next) {
        loaded.add(url.split('/node_modules/').at(-1).split('/')[0]);
        return next(url, context);
      },
    });
    await import(${JSON.stringify(PROGRAM)});
    console.log(JSON.stringify([...loaded]));`;
  const args = ['--input-type=module', '--eval', script];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const loaded: string[] = JSON.parse(stdout);
  expect(loaded).toContain('commander');
  expect(DEAR.filter(name => loaded.includes(name))).toEqual([]);
});
