import { linesOf, type NamedLine } from './named-line.ts';

/** pip's requirements format: one requirement a line; options, comments and local paths name no package. */
export function readRequirements(text: string): readonly NamedLine[] {
  const found: NamedLine[] = [];
  for (const [index, line] of linesOf(text).entries()) {
    const name = /^\s*([A-Za-z0-9][\w.-]{0,80})\s*(?:$|[[<>=!~;@#])/.exec(line.slice(0, 300))?.[1];
    if (name !== undefined) found.push({ name, line: index + 1 });
  }
  return found;
}
