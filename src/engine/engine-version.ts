import { readFileSync } from 'node:fs';
import { PACKAGE_ROOT } from './package-root.ts';

/** The version in the package's `package.json`. */
export function readEngineVersion(): string {
  const content: unknown = JSON.parse(readFileSync(new URL('package.json', PACKAGE_ROOT), 'utf8'));
  const hasVersion = typeof content === 'object' && content !== null && 'version' in content;
  if (!hasVersion || typeof content.version !== 'string') throw new Error('package.json names no version');
  return content.version;
}
