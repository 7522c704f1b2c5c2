/** The commands that the documentation tells people to type. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Nodes } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const ROOT = join(import.meta.dirname, '../..');
const SHELLS = new Set(['sh', 'bash', 'shell', 'console']);
/** In running text only what begins like this is a command to type. */
const IN_TEXT = /^(?:npm (?:run|start|test|ci|pack)\b|(?:showwork|docker|openssl|npx) [a-z])/;

export interface PrintedCommand {
  readonly file: string;
  /** As it is printed, without what the shell does for it. */
  readonly words: readonly string[];
  /** True where it stands in a block to be copied as it is. */
  readonly isInBlock: boolean;
}

/** What stands in comments of the Markdown is not printed. */
export function printedCommands(file: string): readonly PrintedCommand[] {
  const tree = unified()
    .use(remarkParse)
    .parse(readFileSync(join(ROOT, file), 'utf8'));
  return everyNode(tree).flatMap((node): PrintedCommand[] => {
    if (node.type === 'code' && SHELLS.has(node.lang ?? ''))
      return node.value
        .split('\n')
        .flatMap(simpleCommands)
        .map(words => ({ file, words, isInBlock: true }));
    if (node.type === 'inlineCode' && IN_TEXT.test(node.value) && !/[|…]/.test(node.value))
      return simpleCommands(node.value).map(words => ({ file, words, isInBlock: false }));
    return [];
  });
}

function everyNode(node: Nodes): readonly Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap(everyNode) : [])];
}

/** A line of a shell as lists of words: split at `&&`, `|` and `;`, without comments, redirections and assignments. */
export function simpleCommands(line: string): readonly (readonly string[])[] {
  const commands: string[][] = [[]];
  for (const [word] of line.matchAll(/"[^"]*"|'[^']*'|&&|\|\|?|;|#.*$|\d*>+\s*\S+|[^\s;|]+/g)) {
    const current = commands.at(-1) ?? [];
    if (/^(?:&&|\|\|?|;)$/.test(word)) commands.push([]);
    else if (/^#|^\d*>/.test(word)) continue;
    else if (current.length > 0 || !/^[A-Z_]+=/.test(word))
      current.push(word.replace(/^(["'])(.*)\1$/, '$2'));
  }
  return commands.filter(words => words.length > 0);
}
