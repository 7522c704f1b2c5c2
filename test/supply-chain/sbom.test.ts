import { expect, jest, test } from '@jest/globals';
import { z } from 'zod';
import { idOf, ROOT, readProductionPackages } from '../../scripts/supply-chain/lock-file.ts';
import { npm } from '../packaging/run.ts';

/** npm reads its whole tree. */
jest.setTimeout(120_000);

/** What the rules of CycloneDX 1.5 ask for (cyclonedx.org/docs/1.5/json), and what is of use in it. */
const Sbom = z.object({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.literal('1.5'),
  serialNumber: z.string().regex(/^urn:uuid:[0-9a-f-]{36}$/),
  version: z.literal(1),
  metadata: z.object({
    component: z.object({ type: z.literal('application'), 'bom-ref': z.string(), name: z.string() }),
  }),
  components: z.array(
    z.object({
      type: z.literal('library'),
      'bom-ref': z.string(),
      name: z.string(),
      version: z.string(),
      purl: z.string().startsWith('pkg:npm/'),
      hashes: z.tuple([
        z.object({ alg: z.literal('SHA-512'), content: z.string().regex(/^[0-9a-f]{128}$/) }),
      ]),
      licenses: z.array(z.unknown()).min(1),
      properties: z.array(z.never()),
    }),
  ),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

test('npm run sbom names every package that runs with Showwork, and nothing else', async () => {
  const written = await npm(['run', '--silent', 'sbom'], ROOT);
  const { metadata, components, dependencies } = Sbom.parse(JSON.parse(written));
  expect(components.map(idOf).sort()).toEqual(readProductionPackages().map(idOf).sort());
  expect(metadata.component.name).toBe('showwork');
  const refs = [metadata.component, ...components].map(component => component['bom-ref']).sort();
  expect(new Set(refs).size).toBe(refs.length);
  expect(dependencies.map(({ ref }) => ref).sort()).toEqual(refs);
  expect(dependencies.flatMap(({ dependsOn }) => dependsOn).filter(ref => !refs.includes(ref))).toEqual([]);
});
