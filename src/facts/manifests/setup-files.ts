import { linesOf, type NamedLine } from './named-line.ts';

const QUOTED_REQUIREMENT =
  /["']([A-Za-z0-9][\w.-]{0,80})\s*(?:\[[\w, -]{1,80}\]\s*)?(?:[<>=!~;][^"']{0,80})?["']/g;

/** `install_requires=[…]` of a setup.py, read as text: nothing of it is run. */
export function readSetupPy(text: string): readonly NamedLine[] {
  const found: NamedLine[] = [];
  let inside = false;
  for (const [index, line] of linesOf(text).entries()) {
    const opens = /\b(?:install_requires|requirements|REQUIREMENTS)\s*=\s*\[/.exec(line);
    if (opens !== null) inside = true;
    if (!inside) continue;
    const rest = opens === null ? line : line.slice(opens.index);
    for (const match of rest.slice(0, 2000).matchAll(QUOTED_REQUIREMENT)) {
      found.push({ name: match[1] ?? '', line: index + 1 });
    }
    if (/\]\s*(?:[,)]\s*)?$/.test(line.slice(-20))) inside = false;
  }
  return found;
}

/** `install_requires` of a setup.cfg: the indented lines below the key. */
export function readSetupCfg(text: string): readonly NamedLine[] {
  const found: NamedLine[] = [];
  let inside = false;
  for (const [index, line] of linesOf(text).entries()) {
    if (/^\S/.test(line)) inside = /^install_requires\s*=/.test(line);
    if (!inside) continue;
    const name = /^(?:install_requires\s*=)?\s*([A-Za-z0-9][\w.-]{0,80})/.exec(line)?.[1];
    if (name !== undefined && name !== 'install_requires') found.push({ name, line: index + 1 });
  }
  return found;
}
