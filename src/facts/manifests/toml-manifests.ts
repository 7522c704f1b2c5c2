import { parse } from 'smol-toml';
import { z } from 'zod';
import { locate, type NamedLine } from './named-line.ts';

const Table = z.record(z.string(), z.unknown()).catch({});
const Requirements = z.array(z.string()).catch([]);

const Pyproject = z.object({
  project: z
    .object({
      dependencies: Requirements,
      'optional-dependencies': z.record(z.string(), Requirements).catch({}),
    })
    .partial()
    .catch({}),
  'dependency-groups': z.record(z.string(), Requirements).catch({}),
  tool: z
    .object({
      poetry: z
        .object({
          dependencies: Table,
          'dev-dependencies': Table,
          group: z
            .record(z.string(), z.object({ dependencies: Table }).catch({ dependencies: {} }))
            .catch({}),
        })
        .partial()
        .catch({}),
    })
    .partial()
    .catch({}),
});

const Pipfile = z.object({ packages: Table, 'dev-packages': Table }).partial();

/** Dependencies of a pyproject.toml: PEP 621, PEP 735 and Poetry's tables. */
export function readPyproject(text: string): readonly NamedLine[] {
  const {
    project,
    'dependency-groups': groups,
    tool,
  } = Pyproject.parse({
    project: {},
    'dependency-groups': {},
    tool: {},
    ...parse(text),
  });
  const required = [
    ...(project.dependencies ?? []),
    ...Object.values(project['optional-dependencies'] ?? {}).flat(),
    ...Object.values(groups).flat(),
  ].map(requirement => /^[A-Za-z0-9][\w.-]{0,80}/.exec(requirement.trim())?.[0] ?? '');
  const poetry = tool.poetry ?? {};
  const tables = [
    poetry.dependencies,
    poetry['dev-dependencies'],
    ...Object.values(poetry.group ?? {}).map(group => group.dependencies),
  ];
  const keyed = tables.flatMap(table => Object.keys(table ?? {})).filter(name => name !== 'python');
  return locate(
    text,
    [...required, ...keyed].filter(name => name !== ''),
  );
}

export function readPipfile(text: string): readonly NamedLine[] {
  const { packages, 'dev-packages': dev } = Pipfile.parse(parse(text));
  return locate(text, [...Object.keys(packages ?? {}), ...Object.keys(dev ?? {})]);
}
