/**
 * A check run's summary for the terminal: what GitHub shows unfolded, with links by their text, tables in columns,
 * and `<details>` by its summary line alone.
 */
import type { Nodes, Table } from 'mdast';
import pc from 'picocolors';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** Characters of one table cell shown before it is cut with an ellipsis. */
const CELL_WIDTH = 46;

export function markdownToTerminal(markdown: string): string {
  const blocks: string[] = [];
  let folded = 0;
  for (const node of parser.parse(markdown).children) {
    if (node.type === 'html') {
      const summary = /<summary>(.*?)<\/summary>/s.exec(node.value)?.[1];
      if (summary !== undefined && folded === 0)
        blocks.push(pc.dim(`▸ ${summary.replaceAll(/<[^>]*>/g, '')} (folded)`));
      folded += occurrences(node.value, '<details') - occurrences(node.value, '</details>');
      continue;
    }
    if (folded === 0) blocks.push(block(node));
  }
  return blocks.filter(text => text !== '').join('\n\n');
}

function occurrences(text: string, part: string): number {
  return text.split(part).length - 1;
}

function block(node: Nodes): string {
  switch (node.type) {
    case 'heading':
      return pc.bold(inline(node));
    case 'table':
      return table(node);
    case 'list':
      return node.children
        .map(
          (item, index) =>
            `${node.ordered ? `${index + 1}.` : '•'} ${item.children.map(block).join('\n').replaceAll('\n', '\n   ')}`,
        )
        .join('\n');
    case 'blockquote':
      return node.children.map(block).join('\n').replaceAll(/^/gm, '│ ');
    case 'code':
      return node.value;
    case 'thematicBreak':
      return '';
    default:
      return inline(node);
  }
}

function inline(node: Nodes): string {
  if (node.type === 'strong') return pc.bold(node.children.map(inline).join(''));
  if (node.type === 'inlineCode') return pc.cyan(node.value);
  if (node.type === 'break') return '\n';
  if (node.type === 'html') return node.value.startsWith('<br') ? '\n' : '';
  if ('children' in node) return node.children.map(inline).join('');
  return 'value' in node ? node.value : '';
}

function table(node: Table): string {
  const rows = node.children.map(row => row.children.map(cell => plain(inline(cell))));
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.min(CELL_WIDTH, Math.max(...rows.map(row => [...(row[column] ?? '')].length))),
  );
  return rows
    .map((row, index) => {
      const line = row
        .map((cell, column) => padOrCut(cell, widths[column] ?? 0))
        .join('  ')
        .trimEnd();
      return index === 0 ? pc.bold(line) : line;
    })
    .join('\n');
}

function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes are what is taken out here
  return text.replaceAll(/\u001b\[\d+m/g, '').replaceAll('\n', ' ');
}

function padOrCut(text: string, width: number): string {
  const characters = [...text];
  if (characters.length <= width) return text + ' '.repeat(width - characters.length);
  return `${characters.slice(0, width - 1).join('')}…`;
}
