/** One text as every kind of manifest. */
import { MAX_MANIFEST_BYTES } from '../../../src/facts/choose-files.ts';
import { MAX_TOOLS, readFacts } from '../../../src/facts/read-facts.ts';
import type { Target } from '../target.ts';
import { problemsOfText } from './report-oracles.ts';

const PATHS = [
  'requirements.txt',
  'pyproject.toml',
  'environment.yml',
  'package.json',
  'Pipfile',
  'setup.py',
  'setup.cfg',
  'Dockerfile',
  'compose.yaml',
];

const SEEDS = [
  '# pinned\nlangchain==0.1.0 ; python_version >= "3.9"\nscikit-learn[alldeps]>=1\n-r other.txt\ngit+https://a.example/b.git#egg=tides\n',
  '[project]\nname = "tides"\ndependencies = ["torch>=2", "mlflow"]\n[project.optional-dependencies]\ndev = ["pytest"]\n[tool.poetry.dependencies]\npython = "^3.11"\npandas = { version = "2", extras = ["x"] }\n',
  'name: tides\nchannels: [conda-forge]\ndependencies:\n  - python=3.11\n  - numpy\n  - pip:\n      - chromadb==0.4\n',
  '{"name": "tides", "dependencies": {"react": "^18", "langchain": "1"}, "devDependencies": {"vite": "5"}}\n',
  '[packages]\nfastapi = "*"\nuvicorn = {extras = ["standard"]}\n[dev-packages]\nblack = "*"\n',
  'from setuptools import setup\nsetup(name="tides", install_requires=["torch", \'mlflow>=2\'], extras_require={"dev": ["pytest"]})\n',
  '[metadata]\nname = tides\n[options]\ninstall_requires =\n    torch\n    mlflow>=2\n[options.extras_require]\ndev = pytest\n',
  'FROM python:3.11-slim AS build\nRUN pip install --no-cache-dir \\\n    torch mlflow && \\\n  apt-get install -y curl\nFROM build\nCOPY --from=build /a /b\n',
  'services:\n  db: &d\n    image: postgres:15\n  web:\n    <<: *d\n    build: .\n    image: "qdrant/qdrant:latest"\n',
];

const DICTIONARY = [
  '[',
  ']',
  '{',
  '}',
  '=',
  '==',
  '"',
  "'",
  '"""',
  '\n',
  '\\\n',
  ': ',
  '- ',
  '#',
  '&a ',
  '*a',
  '<<: ',
  '!!binary ',
  '? ',
  '|\n',
  '>-\n',
  '---\n',
  '...\n',
  '%YAML 1.2\n',
  'dependencies',
  'install_requires',
  '[project]',
  '[packages]',
  '[[a]]',
  'a.b.c',
  'FROM ',
  'RUN ',
  'pip install ',
  '<<EOF\n',
  'services:\n',
  'image: ',
  '1e999',
  '0x',
  '1979-05-27',
  '__proto__',
  'constructor',
];

export const manifests: Target = {
  name: 'manifests',
  turns: 2,
  longest: MAX_MANIFEST_BYTES,
  seeds: () => SEEDS,
  dictionary: DICTIONARY,
  heads: [
    '',
    'dependencies:\n',
    'services:\n',
    '[project]\ndependencies = [',
    '[packages]\n',
    'install_requires=[',
  ],
  run(text) {
    const { tools, ...rest } = readFacts({
      name: 'ada/tides',
      paths: PATHS,
      pathsTruncated: false,
      manifests: PATHS.map(path => ({ path, text })),
    });
    const output = JSON.stringify([tools, rest]);
    return {
      output,
      problems: () => {
        const lines = text.split(/\r\n|\r|\n/).length;
        return [
          ...(tools.length <= MAX_TOOLS ? [] : [`tools: ${tools.length}`]),
          ...tools
            .filter(
              ({ line, name }) => !(line >= 1 && line <= lines) || name.trim() === '' || /[\r\n]/.test(name),
            )
            .map(tool => `tools: ${JSON.stringify(tool)} of ${lines} lines`),
          ...problemsOfText('facts', output),
        ];
      },
    };
  },
};
