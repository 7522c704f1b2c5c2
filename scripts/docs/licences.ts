import { readProductionPackages } from '../supply-chain/lock-file.ts';

export function licencesDocument(): string {
  const packages = readProductionPackages();
  const counts = Map.groupBy(packages, ({ license }) => license ?? 'unknown');
  const sum = [...counts]
    .sort(([one], [two]) => (one < two ? -1 : 1))
    .map(([licence, of]) => `${licence} (${of.length})`)
    .join(', ');
  return [
    '# Licences',
    '',
    'Made from `package-lock.json` by `npm run docs`: what runs where Showwork runs, and the licence that each package says it has.',
    'Those marked *optional* are installed on some platforms only. `test/supply-chain/licences.test.ts` lets in permissive licences alone.',
    '',
    `${packages.length} packages: ${sum}.`,
    '',
    '| Package | Version | Licence |',
    '|---|---|---|',
    ...packages.map(
      ({ name, version, license, optional }) =>
        `| \`${name}\` | ${version} | ${license ?? 'unknown'}${optional ? ', *optional*' : ''} |`,
    ),
    '',
  ].join('\n');
}
