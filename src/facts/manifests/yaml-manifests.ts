import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { imageName } from './dockerfile.ts';
import type { NamedLine } from './named-line.ts';

/**
 * Aliases are not followed: a few lines of them can unfold to gigabytes. Keys are not compared with each other, nor
 * mistakes told with their lines: both take the square of the file's length.
 */
const OPTIONS = {
  maxAliasCount: 0,
  strict: false,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

function parseWithLines(text: string) {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { ...OPTIONS, lineCounter });
  const lineOf = (node: { range?: readonly number[] | null }) =>
    lineCounter.linePos(node.range?.[0] ?? 0).line;
  return { document, lineOf };
}

/** `dependencies` of a conda environment, with the nested `pip` list. Channels (`conda-forge::x`) are left off. */
export function readConda(text: string): readonly NamedLine[] {
  const { document, lineOf } = parseWithLines(text);
  const found: NamedLine[] = [];
  const collect = (list: unknown): void => {
    if (!isSeq(list)) return;
    for (const item of list.items) {
      if (isMap(item)) collect(item.get('pip', true));
      if (!isScalar(item) || typeof item.value !== 'string') continue;
      const name = /^[A-Za-z0-9][\w.-]{0,80}/.exec(item.value.replace(/^[\w-]{1,40}::/, ''))?.[0];
      if (name !== undefined && name !== 'python' && name !== 'pip') found.push({ name, line: lineOf(item) });
    }
  };
  collect(document.get('dependencies', true));
  return found;
}

/** Images of the services of a compose file. */
export function readCompose(text: string): readonly NamedLine[] {
  const { document, lineOf } = parseWithLines(text);
  const services = document.get('services', true);
  if (!isMap(services)) return [];
  const found: NamedLine[] = [];
  for (const { value } of services.items) {
    const image = isMap(value) ? value.get('image', true) : undefined;
    if (isScalar(image) && typeof image.value === 'string') {
      found.push({ name: imageName(image.value), line: lineOf(image) });
    }
  }
  return found;
}
