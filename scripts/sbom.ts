/**
 * The software bill of materials: what runs where Showwork runs, as CycloneDX JSON, on standard output.
 *
 * npm writes it, from the lock file. What only development needs is taken out here: with `--omit dev` npm leaves out what
 * both need, too, such as `zod` (npm 11.19).
 */
import { execFileSync } from 'node:child_process';
import { z } from 'zod';
import { idOf, ROOT, readProductionPackages } from './supply-chain/lock-file.ts';

const Component = z.looseObject({ 'bom-ref': z.string(), name: z.string() });
const Sbom = z.looseObject({
  metadata: z.looseObject({ component: Component }),
  components: z.array(Component),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()) })),
});
/** What npm notes of a package that development needs also, elsewhere. */
const DEVELOPMENT = 'cdx:npm:package:development';
const Marked = z.looseObject({ properties: z.array(z.looseObject({ name: z.string() })).default([]) });

const WRITE = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'];
const written = Sbom.parse(
  JSON.parse(execFileSync('npm', WRITE, { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 26 })),
);
const root = written.metadata.component['bom-ref'];
const kept = new Set(readProductionPackages().map(idOf));
const stays = (ref: string) => ref === root || kept.has(ref);

const components = written.components
  .filter(component => stays(component['bom-ref']))
  .map(component => ({
    ...component,
    properties: Marked.parse(component).properties.filter(({ name }) => name !== DEVELOPMENT),
  }));
const dependencies = written.dependencies
  .filter(({ ref }) => stays(ref))
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter(stays) }));
// npm names it as the folder is called.
const component = { ...written.metadata.component, name: root.slice(0, root.lastIndexOf('@')) };
const sbom = { ...written, metadata: { ...written.metadata, component }, components, dependencies };
process.stdout.write(`${JSON.stringify(sbom, null, 2)}\n`);
