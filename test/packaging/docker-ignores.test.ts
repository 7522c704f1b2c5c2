import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { dockerIgnores } from './container/docker-ignores.ts';
import { trackedFiles } from './tracked-files.ts';

const ignores = dockerIgnores(readFileSync(`${import.meta.dirname}/../../.dockerignore`, 'utf8'));

test.each([
  '.env',
  '.env.production',
  'key.pem',
  'showwork-data/showwork.sqlite',
  'node_modules/x/index.js',
  '.git/config',
  'test/own-readme.test.ts',
  'models/passages/short.yml',
])('%s stays out of an image', path => {
  expect(ignores(path)).toBe(true);
});

test('the sources, the rubrics and the model get in', () => {
  const sent = trackedFiles().filter(path => !ignores(path));
  const folders = new Set(sent.map(path => path.split('/')[0]));
  expect([...folders].sort()).toEqual(
    ['.env.example', 'app.yml', 'models', 'package-lock.json', 'package.json', 'rubrics', 'src'].concat([
      'tsconfig.build.json',
      'tsconfig.json',
    ]),
  );
});
