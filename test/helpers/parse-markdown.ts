/** Markdown as GitHub's parser sees it, for asking what a rendering really contains. */
import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const processor = unified().use(remarkParse).use(remarkGfm).freeze();

/** Bare addresses are already links in it. */
export function parseMarkdown(source: string): Root {
  return processor.parse(source);
}

/** Every node, parents before children. */
export function nodesOf(node: Nodes): readonly Nodes[] {
  return 'children' in node ? [node, ...node.children.flatMap(child => nodesOf(child))] : [node];
}

export function typesOf(source: string): ReadonlySet<string> {
  return new Set(nodesOf(parseMarkdown(source)).map(({ type }) => type));
}

/** All text outside code, entities decoded: what GitHub searches for mentions and references. */
export function textOf(source: string): string {
  return nodesOf(parseMarkdown(source))
    .map(node => (node.type === 'text' ? node.value : ' '))
    .join('');
}
