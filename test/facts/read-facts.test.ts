import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MAX_TOOLS, readFacts } from '../../src/facts/read-facts.ts';

function toolsOf(path: string, text: string): string[] {
  const { tools } = readFacts({ name: 'a/b', paths: [], pathsTruncated: false, manifests: [{ path, text }] });
  return tools.map(({ name, line }) => `${name}:${line}`);
}

describe('tools and their lines', () => {
  test.each([
    [
      'requirements.txt',
      '# pinned\nScikit_Learn==1.5.1\n\n-r other.txt\ntorch>=2 ; python_version > "3"\nuvicorn[standard]\n./local\n',
      ['scikit-learn:2', 'torch:5', 'uvicorn:6'],
    ],
    ['requirements-dev.in', 'pytest\r\nruff\r\n', ['pytest:1', 'ruff:2']],
    [
      'pyproject.toml',
      '[project]\nname = "x"\ndependencies = [\n  "mlflow>=2",\n  "fastapi[all]",\n]\n[dependency-groups]\ndev = ["pytest"]\n',
      ['mlflow:4', 'fastapi:5', 'pytest:8'],
    ],
    [
      'pyproject.toml',
      '[tool.poetry.dependencies]\npython = "^3.12"\nxgboost = "*"\n[tool.poetry.group.dev.dependencies]\nruff = "*"\n',
      ['xgboost:3', 'ruff:5'],
    ],
    [
      'environment.yml',
      'name: x\ndependencies:\n  - python=3.12\n  - conda-forge::lightgbm=4\n  - pip:\n    - shap==0.45\n',
      ['lightgbm:4', 'shap:6'],
    ],
    [
      'web/package.json',
      '{\n  "name": "web",\n  "dependencies": {\n    "react": "19",\n    "@tanstack/query": "5"\n  },\n  "devDependencies": { "vite": "6" }\n}',
      ['react:4', '@tanstack/query:5', 'vite:7'],
    ],
    ['Pipfile', '[packages]\nflask = "*"\n[dev-packages]\nblack = "*"\n', ['flask:2', 'black:4']],
    [
      'setup.py',
      'from setuptools import setup\nsetup(\n  name="x",\n  install_requires=["numpy>=1", "pandas"],\n  extras=["no"])\n',
      ['numpy:4', 'pandas:4'],
    ],
    [
      'setup.cfg',
      '[options]\ninstall_requires =\n    requests>=2\n    tqdm\n[other]\nkey = value\n',
      ['requests:3', 'tqdm:4'],
    ],
    [
      'Dockerfile',
      'FROM --platform=linux/amd64 ghcr.io/mlflow/mlflow:v2@sha256:1 AS base\nFROM base\nFROM scratch\n',
      ['mlflow:1'],
    ],
    [
      'docker-compose.yml',
      'services:\n  db:\n    image: postgres:16\n  board:\n    image: grafana/grafana\n  app:\n    build: .\n',
      ['postgres:3', 'grafana:5'],
    ],
  ])('%s', (path, text, expected) => {
    expect(toolsOf(path, text)).toEqual(expected);
  });

  test.each([
    ['package.json', '{ "dependencies": '],
    ['pyproject.toml', '[project\n'],
    ['environment.yml', 'a: &a [*a, *a]\n- :'],
    ['docker-compose.yml', 'services: 7'],
    ['package.json', '{ "dependencies": [1, 2] }'],
    ['README.md', 'torch'],
  ])('a broken or foreign %s adds nothing', (path, text) => {
    expect(toolsOf(path, text)).toEqual([]);
  });

  test('never throws, whatever stands in a manifest', () => {
    const names = fc.constantFrom(
      'requirements.txt',
      'pyproject.toml',
      'environment.yml',
      'package.json',
      'setup.py',
      'Dockerfile',
      'compose.yml',
      'Pipfile',
      'setup.cfg',
    );
    fc.assert(
      fc.property(names, fc.string({ unit: 'grapheme', maxLength: 300 }), (path, text) => {
        for (const tool of toolsOf(path, text)) expect(tool).toMatch(/^[a-z0-9@][^:]*:[1-9]\d*$/);
      }),
    );
  });

  test('are bounded in number, at the edge', () => {
    const lines = (count: number) =>
      Array.from({ length: count }, (_, index) => `package-${index}`).join('\n');
    expect(toolsOf('requirements.txt', lines(MAX_TOOLS))).toHaveLength(MAX_TOOLS);
    expect(toolsOf('requirements.txt', lines(MAX_TOOLS + 1))).toHaveLength(MAX_TOOLS);
  });
});

test('folders with a README of their own are projects; docs, .github and vendored code are not', () => {
  const paths = [
    'README.md',
    'b/README.md',
    'a/readme.rst',
    'docs/README.md',
    '.github/README.md',
    'x/node_modules/y/README.md',
    'a/readme-notes.md',
  ];
  const facts = readFacts({ name: 'a/b', paths, pathsTruncated: true, manifests: [] });
  expect(facts.projects).toEqual(['a', 'b']);
  expect(facts.paths).toEqual([...paths].sort());
  expect(facts.pathsTruncated).toBe(true);
});
