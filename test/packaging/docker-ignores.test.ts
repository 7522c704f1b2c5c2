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

test('the sources, the rubrics, the model and what lists the image get in', () => {
  const sent = trackedFiles().filter(path => !ignores(path));
  const scripts = sent.filter(path => path.startsWith('scripts/'));
  expect(scripts.filter(path => !path.startsWith('scripts/supply-chain/'))).toEqual(['scripts/sbom.ts']);
  const others = sent.filter(path => !scripts.includes(path));
  const folders = new Set(others.map(path => path.split('/')[0]));
  expect([...folders].sort()).toEqual(
    ['.env.example', 'app.yml', 'models', 'package-lock.json', 'package.json', 'rubrics', 'src'].concat([
      'tsconfig.build.json',
      'tsconfig.json',
    ]),
  );
});
