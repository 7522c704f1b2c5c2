/**
 * Finds the command in a comment. Parsed from the Markdown tree, so that a command inside code, a quote or an HTML
 * comment is text about the app and not a request to it.
 */
import type { Nodes, Paragraph, PhrasingContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Intent } from './intent.ts';

/** The start of a line, a list marker at most before it, prose allowed after; `/reviews` and `/review/x` are not ours. */
const COMMAND_LINE = /^\s{0,3}(?:(?:[-*+]|\d{1,9}[.)])\s+)*\/review(?![\w/-])/i;

const parser = unified().use(remarkParse).use(remarkGfm);

/** First command of the comment, or null. `text` is the comment's Markdown; commands are recognised in any case. */
export function readComment(text: string): Intent | null {
  const rawLines = text.split(/\r\n|\r|\n/);
  const lines = paragraphs(parser.parse(text)).flatMap(linesThatStartWithText);
  const line = lines.find(number => COMMAND_LINE.test(rawLines[number - 1] ?? ''));
  return line === undefined ? null : { kind: 'review', line };
}

function paragraphs(node: Nodes): Paragraph[] {
  if (node.type === 'paragraph') return [node];
  if (node.type === 'blockquote' || !('children' in node)) return [];
  return node.children.flatMap(paragraphs);
}

/** Lines of a paragraph whose first character is plain text, not code, a link or other markup. */
function linesThatStartWithText(paragraph: Paragraph): number[] {
  const lines: number[] = [];
  let atLineStart = true;
  for (const child of paragraph.children) {
    const start = child.position?.start.line ?? 0;
    if (child.type === 'text') {
      const segments = child.value.split('\n');
      segments.forEach((_, index) => {
        if (index > 0 || atLineStart) lines.push(start + index);
      });
    }
    atLineStart = endsLine(child);
  }
  return lines;
}

function endsLine(node: PhrasingContent): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.endsWith('\n'));
}
