/** Every regular expression that `src/` has: literals as they stand, and what `new RegExp` makes when a module is loaded. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const ROOT = join(import.meta.dirname, '../..');

export interface Expression {
  /** Such as `src/review/words/tokenise.ts`. */
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

/** A `new RegExp(…)` or `RegExp(…)`, which is one expression where it stands at the top of a module, outside of functions. */
interface Construction {
  readonly file: string;
  readonly atTop: boolean;
}

/** What is written as `/…/`, in the order of the files. */
export function literalsIn(files: readonly string[]): readonly Expression[] {
  return files.flatMap(file =>
    nodesOf(file)
      .filter(node => ts.isRegularExpressionLiteral(node))
      .map(node => ({ file, ...partsOf(node.text) })),
  );
}

export function constructionsIn(files: readonly string[]): readonly Construction[] {
  return files.flatMap(file =>
    nodesOf(file)
      .filter(node => ts.isNewExpression(node) || ts.isCallExpression(node))
      .filter(({ expression }) => ts.isIdentifier(expression) && expression.text === 'RegExp')
      .map(node => ({ file, atTop: ts.findAncestor(node, ts.isFunctionLike) === undefined })),
  );
}

/** Loads modules that were not loaded before, and keeps what they construct themselves. */
export async function constructedBy(files: readonly string[]): Promise<readonly Expression[]> {
  const constructed: Expression[] = [];
  const native = globalThis.RegExp;
  globalThis.RegExp = new Proxy(native, {
    construct(target, given: [string, string?]) {
      const [, , by = ''] = new Error().stack?.split('\n') ?? [];
      const file = files.find(each => by.includes(`/${each}:`));
      const made = new target(...given);
      if (file !== undefined) constructed.push({ file, source: made.source, flags: made.flags });
      return made;
    },
  });
  try {
    for (const file of files) await import(join(ROOT, file));
  } finally {
    globalThis.RegExp = native;
  }
  return constructed;
}

/** TypeScript of `src/`, relative to the project. */
export function sourceFiles(): readonly string[] {
  return readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => join('src', file))
    .sort();
}

function nodesOf(file: string): readonly ts.Node[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const nodes: ts.Node[] = [];
  const walk = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, walk);
  };
  walk(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return nodes;
}

function partsOf(literal: string): { source: string; flags: string } {
  const end = literal.lastIndexOf('/');
  return { source: literal.slice(1, end), flags: literal.slice(end + 1) };
}
